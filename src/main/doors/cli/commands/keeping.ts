import { resolve } from 'node:path'
import type { Command, OutsideCommand } from '../command.ts'
import { counted } from './words.ts'

const check: OutsideCommand = {
  name: 'check',
  summary: 'Looks whether database, files, journal and search of the workspace are sound',
  details: 'Changes nothing, and also works while the workspace is in use. Exit code 1 when something is to be mended.',
  async runOutside({ folder }) {
    const { checkWorkspace } = await import('../../../engine/workspace/check.ts')
    const report = await checkWorkspace(folder)
    const { tables, files, journalEntries } = report.checked
    const looked = `Checked ${counted(tables, 'table')}, ${counted(files, 'file')} and ${counted(journalEntries, 'journal entry', 'journal entries')}`
    const found = report.findings.map(({ area, level, message }) => `${area} ${level}: ${message}`)
    if (report.ok) return { json: report, text: [`${looked}: all is sound.`, ...found].join('\n') }
    const message = `${looked}: not all is sound. Restore a backup, or ask for help with this list.`
    return { json: { ...report, error: { code: 'WORKSPACE_INVALID', message } }, text: [message, ...found].join('\n'), exitCode: 1 }
  },
}

const restore: OutsideCommand = {
  name: 'restore',
  summary: 'Makes a workspace from a backup, in a new or empty folder',
  arguments: [{ name: 'FILE', note: 'the backup' }],
  async runOutside({ folder, values, onInterrupt }) {
    const { restoreWorkspace } = await import('../../../engine/workspace/restore.ts')
    const restored = await restoreWorkspace({ file: resolve(values.argument('FILE')), folder, signal: onInterrupt })
    const { name, madeAt, files, missingFiles } = restored
    const lost =
      missingFiles > 0 &&
      `${counted(missingFiles, 'file')} had been lost before the backup was made, and ${missingFiles === 1 ? 'is' : 'are'} not in it; "check" names them.`
    const text = [`Restored ${name} as of ${madeAt}, with ${counted(files, 'file')}, in ${folder}.`, lost].filter(Boolean).join('\n')
    return { json: { ...restored, folder }, text }
  },
}

export const keepingCommands: readonly Command[] = [check, restore]
