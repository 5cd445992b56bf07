import { ipcMain, MessageChannelMain, type BrowserWindow } from 'electron'
import { enginePortMessage, wantEnginePortMessage } from '#src/shared/shell.ts'
import type { EngineHost } from './engine-host.ts'
import { isOurPage } from './our-page.ts'
import { senderWindow } from './sender.ts'

/** Gives the window a fresh line to the engine when it asks, and whenever `again` is called because the engine was started anew.
 *  Only the main frame of our own window is ever handed one. */
export function handOutEnginePorts(host: EngineHost): { again(): void } {
  let asking: BrowserWindow | null = null
  const handOver = async () => {
    if (!asking || !host.isOpen()) return
    const { port1, port2 } = new MessageChannelMain()
    await host.ask('serve', null, [port1])
    if (asking.isDestroyed() || !isOurPage(asking.webContents.mainFrame.url)) return port2.close()
    asking.webContents.postMessage(enginePortMessage, null, [port2])
  }
  const again = () => void handOver().catch(report)
  ipcMain.on(wantEnginePortMessage, (event) => {
    try {
      asking = senderWindow(event)
      again()
    } catch (error) {
      report(error)
    }
  })
  return { again }
}

function report(error: unknown): void {
  process.stderr.write(`No engine port was handed over: ${error instanceof Error ? error.message : String(error)}\n`)
}
