import { app, session, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { configFolder } from '../doors/key-file-secrets.ts'
import { answerWindow } from './channels.ts'
import { engineHost, type EngineHost } from './engine-host.ts'
import { handOutEnginePorts } from './engine-port.ts'
import { lockContents, lockSession } from './lockdown.ts'
import { logFile, openLog } from './log.ts'
import { openMemory } from './memory.ts'
import { setMenu, setMenuForGuests } from './menu.ts'
import { registerPageScheme, servePage } from './page-protocol.ts'
import { openWindow } from './window.ts'
import { namedWorkspace, usualWorkspace } from './workspace-choice.ts'
import { workspaceKeeper } from './workspace-keeper.ts'

/** Starts the desktop application, or hands over to the one that runs already. */
export function start(): void {
  app.setName('Troupe')
  app.setPath('userData', configFolder())
  if (!app.requestSingleInstanceLock()) return app.quit()
  app.enableSandbox()
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  registerPageScheme()
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  // Not awaited: Electron is ready only once this module has run to its end.
  app.whenReady().then(run).catch(giveUp)
}

async function run(): Promise<void> {
  lockSession(session.defaultSession)
  servePage(session.defaultSession)
  const memory = openMemory(join(app.getPath('userData'), 'desktop.json'))
  const said = openLog(logFile(app.getPath('userData')))
  const host = engineHost({ opened: () => ports.again(), givenUp: (reason) => keeper.openAgain(reason), said })
  const ports = handOutEnginePorts(host)
  const actions = { openWorkspace: () => void keeper.openAnother().catch(giveUp), about: () => void keeper.about().catch(giveUp) }
  answerWindow(host, {
    openWorkspace: (folder) => void keeper.openAnother(folder).catch(giveUp),
    handOver: (isHandedOver) => (isHandedOver ? setMenuForGuests() : setMenu(actions)),
  })
  closeWithApplication(host)
  const window = openWindow(memory)
  const keeper = workspaceKeeper(host, memory, window, namedWorkspace(process.argv.slice(1), process.cwd()) ?? usualWorkspace(memory))
  app.on('second-instance', (_event, args, folder) => {
    bringForward(window)
    const named = namedWorkspace(args.slice(1), folder)
    if (named) void keeper.openAnother(named).catch(giveUp)
  })
  setMenu(actions)
  await keeper.openFirst()
}

function closeWithApplication(host: EngineHost): void {
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (!host.isOpen()) return
    event.preventDefault()
    void host.close().finally(() => app.quit())
  })
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

function giveUp(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  app.exit(1)
}
