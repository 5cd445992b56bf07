import { RPCLink } from '@orpc/client/websocket'
import { loopback } from '#src/shared/loopback.ts'
import type { Lane } from './lane.ts'

const tokenKey = 'troupe.token'

/** The token of this window's address, kept for the window's life and taken out of the address so that it is neither shown nor copied. */
export function takeToken(): string | null {
  const given = tokenInAddress()
  if (given) {
    sessionStorage.setItem(tokenKey, given)
    history.replaceState(null, '', `${location.pathname}${location.search}#/`)
  }
  // A newer address pasted into this window changes only its fragment, which loads nothing by itself.
  window.addEventListener('hashchange', () => tokenInAddress() && location.reload())
  return sessionStorage.getItem(tokenKey)
}

function tokenInAddress(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get(loopback.fragmentKey)
}

const firstWaitMs = 250
const longestWaitMs = 4000

/** In a browser the engine is behind a WebSocket of the page's own origin. A lost one is opened again, a little later each time. */
export function followLoopback(lane: Lane, token: string | null): void {
  let wait = firstWaitMs
  const connect = () => {
    const websocket = new WebSocket(`ws://${location.host}${loopback.socketPath}`, [
      loopback.protocol,
      ...(token ? [`${loopback.tokenPrefix}${token}`] : []),
    ])
    websocket.addEventListener('open', () => {
      wait = firstWaitMs
      lane.open(new RPCLink({ websocket }))
    })
    websocket.addEventListener('close', () => {
      lane.lose()
      setTimeout(connect, wait)
      wait = Math.min(longestWaitMs, wait * 2)
    })
  }
  connect()
}
