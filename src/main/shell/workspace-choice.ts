import { dialog, type BrowserWindow } from 'electron'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { raise } from '#src/shared/contract/errors.ts'
import { defaultWorkspace } from '../doors/default-workspace.ts'
import type { Memory } from './memory.ts'

/** The workspace that `--workspace DIR` names, seen from `folder`; null without it. Everything else on the line is Electron's. */
export function namedWorkspace(args: readonly string[], folder: string): string | null {
  const { values } = parseArgs({ args: [...args], options: { workspace: { type: 'string' } }, strict: false })
  return typeof values.workspace === 'string' ? resolve(folder, values.workspace) : null
}

/** Where nothing is named: the workspace that was open last, else the one that every door opens. */
export function usualWorkspace(memory: Memory): string {
  const last = memory.recall().workspace
  return last && existsSync(last) ? last : defaultWorkspace()
}

/** Asks for a folder; null when the person changes their mind. Raises WORKSPACE_INVALID for a folder that is full of other things. */
export async function askForWorkspace(window: BrowserWindow): Promise<string | null> {
  const {
    filePaths: [folder],
  } = await dialog.showOpenDialog(window, {
    title: 'Open workspace',
    buttonLabel: 'Open',
    message: 'Choose a workspace, or an empty folder for a new one.',
    properties: ['openDirectory', 'createDirectory'],
  })
  if (!folder) return null
  const isWorkspace = existsSync(join(folder, 'workspace.sqlite'))
  if (!isWorkspace && readdirSync(folder).length > 0) {
    raise('WORKSPACE_INVALID', 'That folder holds other files and no workspace. Choose a workspace, or an empty folder for a new one.')
  }
  return folder
}
