import { existsSync } from 'node:fs'
import { raise } from '#src/shared/contract/errors.ts'
import { databaseIn } from '../../../engine/db/workspace-folder.ts'
import { openEngine } from '../../../engine/engine.ts'
import { nodePorts } from '../../node-ports.ts'
import { userName } from '../../user-name.ts'
import type { Command, OutsideCommand } from '../command.ts'
import { appVersion } from '../in-workspace.ts'

const init: OutsideCommand = {
  name: 'init',
  summary: 'Makes an empty workspace',
  options: { name: { value: 'NAME', note: 'of the workspace; the folder\'s when left out' } },
  async runOutside({ folder, values }) {
    if (existsSync(databaseIn(folder))) raise('WORKSPACE_EXISTS', `There is a workspace in ${folder} already; nothing was changed.`)
    const engine = await openEngine({ folder, create: true, ports: nodePorts({ appVersion }) })
    try {
      const call = engine.client(userName('command line'))
      const name = values.text('name')
      if (name !== undefined) await call.workspace.updateSettings({ changes: {}, name })
      const made = await call.workspace.info({})
      return { json: { ...made, folder }, text: `Made the workspace ${made.name} in ${folder}.` }
    } finally {
      await engine.close()
    }
  },
}

export const outsideCommands: readonly Command[] = [init]
