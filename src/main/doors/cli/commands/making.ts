import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { raise } from '#src/shared/contract/errors.ts'
import { databaseIn, expectWorkspace } from '../../../engine/db/workspace-folder.ts'
import { makeDemo } from '../../../engine/demo/make.ts'
import { openEngine, type Engine } from '../../../engine/engine.ts'
import { demoWorkspace } from '../../default-workspace.ts'
import { nodePorts, systemClock } from '../../node-ports.ts'
import { userName } from '../../user-name.ts'
import type { Command, OutsideCommand } from '../command.ts'
import { appVersion } from '../in-workspace.ts'
import { counted } from './words.ts'

const init: OutsideCommand = {
  name: 'init',
  summary: 'Makes an empty workspace',
  options: { name: { value: 'NAME', note: 'of the workspace; the folder\'s when left out' } },
  async runOutside({ folder, values }) {
    refuseExisting(folder)
    const made = await inNewWorkspace(folder, async (engine) => {
      const call = engine.client(userName('command line'))
      const name = values.text('name')
      if (name !== undefined) await call.workspace.updateSettings({ changes: {}, name })
      return call.workspace.info({})
    })
    return { json: { ...made, folder }, text: `Made the workspace ${made.name} in ${folder}.` }
  },
}

const demo: OutsideCommand = {
  name: 'demo',
  summary: 'Makes a workspace with a believable agency in it',
  usualFolder: demoWorkspace,
  async runOutside({ folder, say }) {
    refuseExisting(folder)
    if (existsSync(folder) && readdirSync(folder).length > 0) raise('CONFLICT', `The folder ${folder} holds other files; name a new or an empty one.`)
    say('Making the demo agency …')
    // Made beside the place and moved there whole: what breaks off must not pass for a demo.
    const making = `${folder}.making-${process.pid}`
    try {
      const { name, counts } = await inNewWorkspace(making, async (engine) => {
        await makeDemo(engine, systemClock.today())
        return engine.client('Demo').workspace.info({})
      })
      if (existsSync(folder)) rmdirSync(folder)
      renameSync(making, folder)
      return { json: { folder, name, counts }, text: `Made ${name} in ${folder}: ${counted(counts.creators, 'creator')}, ${counted(counts.campaigns, 'campaign')}.` }
    } finally {
      rmSync(making, { recursive: true, force: true })
    }
  },
}

function refuseExisting(folder: string): void {
  expectWorkspace(folder, true)
  if (existsSync(databaseIn(folder))) raise('WORKSPACE_EXISTS', `There is a workspace in ${folder} already; nothing was changed.`)
}

async function inNewWorkspace<Result>(folder: string, work: (engine: Engine) => Promise<Result>): Promise<Result> {
  const engine = await openEngine({ folder, create: true, ports: nodePorts({ appVersion }) })
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

export const makingCommands: readonly Command[] = [init, demo]
