import type { Command, WorkspaceCommand } from '../command.ts'
import { table } from '../table.ts'
import { rungNote, rungsFrom } from './ladder.ts'

const campaign = { name: 'CAMPAIGN', note: 'id or exact name of the program' } as const

const show: WorkspaceCommand = {
  name: 'programs show',
  summary: 'Shows the tiers of an ambassador, advocacy or community program, and which member belongs in which',
  readsOnly: true,
  arguments: [campaign],
  async run({ call, values, lookup }) {
    const program = await call.relationship.program({ campaignId: await lookup.campaign(values.argument('CAMPAIGN')) })
    const tiers = table(
      program.tiers,
      [
        { heading: 'TIER', cell: (row) => row.label },
        { heading: 'FROM', cell: (row) => row.from, right: true },
        { heading: 'TO', cell: (row) => row.to, right: true },
      ],
      'The program has no tiers yet. "programs tiers" sets them.',
    )
    const members = table(
      program.members,
      [
        { heading: 'MEMBER', cell: (row) => row.creatorName },
        { heading: 'FOLLOWERS', cell: (row) => row.followers?.toLocaleString('en-US'), right: true },
        { heading: 'TIER', cell: (row) => row.tierName },
        { heading: 'BEFORE', cell: (row) => row.formerTierName },
      ],
      'Nobody is in it yet.',
    )
    return { json: program, text: `${tiers}\n\n${members}` }
  },
}

const tiers: WorkspaceCommand = {
  name: 'programs tiers',
  summary: 'Sets the tiers of a program, in place of those it has',
  arguments: [campaign],
  options: {
    rung: { value: 'STEP', note: rungNote, many: true, needed: true },
    currency: { value: 'CODE', note: "the workspace's when left out", kind: 'currency' },
  },
  async run({ call, values, lookup }) {
    const currency = values.currency('currency') ?? (await call.workspace.settings({})).currency
    const answer = await call.relationship.setProgramTiers({
      campaignId: await lookup.campaign(values.argument('CAMPAIGN')),
      tiers: rungsFrom(values, currency),
    })
    return { json: answer, text: answer.entryId ? 'Changed.' : 'It was so already.' }
  },
}

const offer: WorkspaceCommand = {
  name: 'programs offer',
  summary: "Agrees a program's tiers with its members, so that what each is paid follows their followers",
  arguments: [campaign, { name: 'CREATOR', note: 'members; all when left out', many: true, optional: true }],
  async run({ call, values, lookup }) {
    const name = values.argument('CAMPAIGN')
    const answer = await call.relationship.offerTiers({
      campaignId: await lookup.campaign(name),
      collaborationIds: await lookup.collaborations(name, values.rest('CREATOR')),
    })
    return { json: answer, text: answer.entryId ? 'Agreed.' : 'It was so already.' }
  },
}

export const programCommands: readonly Command[] = [show, tiers, offer]
