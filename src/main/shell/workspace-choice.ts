import { app, dialog, type BrowserWindow } from 'electron'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { raise } from '#src/shared/contract/errors.ts'
import type { Memory } from './memory.ts'

/** The workspace to open at the start: `--workspace DIR`, else the one open last, else Troupe in the person's documents. */
export function firstWorkspace(args: readonly string[], memory: Memory): string {
  const { values: { workspace } } = parseArgs({ args: [...args], options: { workspace: { type: 'string' } }, strict: false })
  if (typeof workspace === 'string') return resolve(workspace)
  const last = memory.recall().workspace
  return last && existsSync(last) ? last : join(app.getPath('documents'), 'Troupe')
}

/** Asks for a folder; null when the person changes their mind. Raises WORKSPACE_INVALID for a folder that is full of other things. */
export async function askForWorkspace(window: BrowserWindow): Promise<string | null> {
  const { filePaths: [folder] } = await dialog.showOpenDialog(window, {
    title: 'Open workspace', buttonLabel: 'Open', message: 'Choose a workspace, or an empty folder for a new one.', properties: ['openDirectory', 'createDirectory'],
  })
  if (!folder) return null
  const isWorkspace = existsSync(join(folder, 'workspace.sqlite'))
  if (!isWorkspace && readdirSync(folder).length > 0) {
    raise('WORKSPACE_INVALID', 'That folder holds other files and is not a workspace; nothing was changed. Choose a workspace, or an empty folder for a new one.')
  }
  return folder
}
