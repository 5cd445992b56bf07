import { mkdirSync } from 'node:fs'
import { start } from './children.mjs'

const isRoot = process.getuid?.() === 0

/** Settings that keep the browser to itself: its own profile, nothing asked of the network, no questions at the first start. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--no-pings',
  '--disable-breakpad',
  '--disable-extensions',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
]

/** Opens `address` in a window of its own. Its token must not stand in the list of processes, where every user of the machine can read it, so the
 *  window opens on an empty page of the same origin and is sent on through the browser's debugging pipe. The browser ends when we do.
 *  @param {{ browser: string, address: string, profile: string }} options
 *  @returns {Promise<string | null>} once the window is closed: null, or how the browser failed */
export function openWindow({ browser, address, profile }) {
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  const waitingRoom = new URL('/opening', address).href
  const args = [
    `--app=${waitingRoom}`,
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    '--window-size=1360,860',
    '--class=Troupe',
    ...quiet,
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ]
  const child = start(browser, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const [toBrowser, fromBrowser] = [child.stdio[3], child.stdio[4]]
  const send = (message) => toBrowser.write(`${JSON.stringify(message)}\0`)
  const isOurs = (target) => target.type === 'page' && target.url === waitingRoom
  let attached = false
  const receive = ({ id, result, method, params }) => {
    const target = params?.targetInfo
    if (method?.startsWith('Target.targetInfo') || method === 'Target.targetCreated') {
      if (attached || !isOurs(target)) return
      attached = true
      send({ id: 2, method: 'Target.attachToTarget', params: { targetId: target.targetId, flatten: true } })
    }
    if (id === 2) send({ id: 3, sessionId: result.sessionId, method: 'Page.navigate', params: { url: address } })
  }
  // A browser that is closed while we speak to it has nothing left to be told.
  toBrowser.on('error', () => undefined)
  readMessages(fromBrowser, receive)
  send({ id: 1, method: 'Target.setDiscoverTargets', params: { discover: true } })
  // Not "close": that waits for the pipes, which helpers of the browser may still hold.
  return new Promise((resolve) => {
    const finish = (failure) => {
      for (const pipe of [toBrowser, fromBrowser]) pipe.destroy()
      resolve(failure)
    }
    child.once('error', (error) => finish(error.message))
    child.once('exit', (code, signal) => finish(code === 0 ? null : (signal ?? `exit code ${code}`)))
  })
}

function readMessages(stream, receive) {
  let rest = ''
  stream.setEncoding('utf8').on('data', (part) => {
    const messages = (rest + part).split('\0')
    rest = messages.pop()
    for (const message of messages) receive(JSON.parse(message))
  })
}
