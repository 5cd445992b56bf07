import { app, dialog, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import manifest from '../../../package.json' with { type: 'json' }
import type { EngineHost } from './engine-host.ts'
import { inWords } from './in-words.ts'
import { hasKeychain } from './keychain.ts'
import { logFile } from './log.ts'
import type { Memory } from './memory.ts'
import { askForWorkspace } from './workspace-choice.ts'

/** Which workspace is open, and what to do when one will not open. */
export interface WorkspaceKeeper {
  /** Opens the workspace with which the application starts; the person decides what follows when it will not open. */
  openFirst(): Promise<void>
  /** Opens another workspace in the window, `folder` or one that the person chooses; the present one stays open when that fails. */
  openAnother(folder?: string): Promise<void>
  /** After the engine could not be started again because of `reason`. */
  openAgain(reason: unknown): Promise<void>
  about(): Promise<void>
}

export function workspaceKeeper(host: EngineHost, memory: Memory, window: BrowserWindow, first: string): WorkspaceKeeper {
  let folder = first

  async function open(chosen: string): Promise<void> {
    const resources = join(import.meta.dirname, '../../resources')
    await host.open({ folder: chosen, create: true, appVersion: manifest.version, resources, hasKeychain: await hasKeychain() })
    folder = chosen
    memory.keep({ workspace: chosen })
  }

  async function openOrAsk(): Promise<void> {
    await open(folder).catch(openAgain)
  }

  async function openAgain(reason: unknown): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: 'The workspace cannot be opened.',
      detail: `${inWords(reason).message}\n\n${folder}`,
      buttons: ['Try again', 'Choose another workspace', 'Quit'],
      cancelId: 2,
    })
    if (response === 2) return app.quit()
    if (response === 1) folder = (await askForWorkspace(window).catch(showError)) ?? folder
    await openOrAsk()
  }

  async function showError(error: unknown): Promise<null> {
    await dialog.showMessageBox(window, { type: 'error', message: 'That workspace was not opened.', detail: inWords(error).message })
    return null
  }

  return {
    openFirst: openOrAsk,
    openAgain,
    async openAnother(named) {
      const chosen = named ?? (await askForWorkspace(window).catch(showError))
      if (!chosen || chosen === folder) return
      await open(chosen).catch(async (error: unknown) => {
        await showError(error)
        await openOrAsk()
      })
      window.webContents.reload()
    },
    async about() {
      const keys = (await hasKeychain()) ? 'in the keychain of this computer' : 'in a key file, because Troupe can reach no keychain here'
      const log = logFile(app.getPath('userData'))
      const detail = `Version ${manifest.version}\nWorkspace: ${folder}\nLog: ${log}\nSigning keys are sealed ${keys}.`
      await dialog.showMessageBox(window, { type: 'info', message: 'Troupe', detail })
    },
  }
}
