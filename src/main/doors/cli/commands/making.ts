import { Name } from '#src/shared/contract/base.ts'
import { demoWorkspace } from '../../default-workspace.ts'
import type { Command, OutsideCommand } from '../command.ts'
import { misused } from '../usage-error.ts'
import type { Values } from '../values.ts'
import { counted } from './words.ts'

const init: OutsideCommand = {
  name: 'init',
  summary: 'Makes an empty workspace',
  options: { name: { value: 'NAME', note: "of the workspace; the folder's when left out" } },
  check: (values) => void nameFrom(values),
  async runOutside({ folder, values }) {
    const { makeWorkspace } = await import('../make-workspace.ts')
    const made = await makeWorkspace(folder, nameFrom(values))
    return { json: { ...made, folder }, text: `Made the workspace ${made.name} in ${folder}.` }
  },
}

function nameFrom(values: Values): string | undefined {
  const given = values.text('name')
  const { success, data } = Name.optional().safeParse(given)
  return success ? data : misused(`--name takes a name of 1 to 300 letters, not "${given}".`)
}

const demo: OutsideCommand = {
  name: 'demo',
  summary: 'Makes a workspace with a believable agency in it',
  usualFolder: demoWorkspace,
  async runOutside({ folder, say }) {
    say('Making the demo agency …')
    const { makeDemoWorkspace } = await import('../make-workspace.ts')
    const { name, counts } = await makeDemoWorkspace(folder)
    return {
      json: { folder, name, counts },
      text: `Made ${name} in ${folder}: ${counted(counts.creators, 'creator')}, ${counted(counts.campaigns, 'campaign')}.`,
    }
  },
}

export const makingCommands: readonly Command[] = [init, demo]
