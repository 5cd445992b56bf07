import { demoWorkspace } from '../../default-workspace.ts'
import type { Command, OutsideCommand } from '../command.ts'
import { counted } from './words.ts'

const init: OutsideCommand = {
  name: 'init',
  summary: 'Makes an empty workspace',
  options: { name: { value: 'NAME', note: "of the workspace; the folder's when left out" } },
  async runOutside({ folder, values }) {
    const { makeWorkspace } = await import('../make-workspace.ts')
    const made = await makeWorkspace(folder, values.text('name'))
    return { json: { ...made, folder }, text: `Made the workspace ${made.name} in ${folder}.` }
  },
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
