import { RPCLink } from '@orpc/client/message-port'
import { enginePortMessage, wantEnginePortMessage } from '#src/shared/shell.ts'
import type { Lane } from './lane.ts'

/** On the desktop the shell hands the page a port to the engine, and another whenever the engine was started again. */
export function followEnginePorts(lane: Lane): void {
  window.addEventListener('message', ({ source, data, ports: [port] }) => {
    if (source !== window || data !== enginePortMessage || !port) return
    let isCurrent = true
    port.addEventListener('close', () => {
      if (isCurrent) lane.lose()
    })
    retireBefore()
    retireBefore = () => {
      isCurrent = false
      port.close()
      // Whoever closes a port is not told of it; streams on it must end all the same.
      port.dispatchEvent(new Event('close'))
    }
    port.start()
    lane.open(new RPCLink({ port }))
  })
  window.postMessage(wantEnginePortMessage, location.origin)
}

let retireBefore = () => {}
