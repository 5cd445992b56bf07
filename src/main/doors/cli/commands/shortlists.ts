import type { Command, Option, WorkspaceCommand } from '../command.ts'
import type { Lookup } from '../lookup.ts'
import { facts, table } from '../table.ts'
import { given, type Values } from '../values.ts'
import { counted, percent } from './words.ts'

const shortlist = { name: 'SHORTLIST', note: 'id or exact name' } as const
const creators = { name: 'CREATOR', note: 'id, @handle or exact name', many: true } as const

const fieldOptions: Readonly<Record<string, Option>> = {
  client: { value: 'CLIENT', note: 'whom it is for' },
  campaign: { value: 'CAMPAIGN', note: 'what it is for' },
  notes: { value: 'TEXT', note: 'anything else' },
}

async function fieldsFrom(values: Values, lookup: Lookup) {
  const [client, campaign] = [values.text('client'), values.text('campaign')]
  return given({
    clientId: client && (await lookup.client(client)),
    campaignId: campaign && (await lookup.campaign(campaign)),
    notes: values.text('notes'),
  })
}

const list: WorkspaceCommand = {
  name: 'shortlists list',
  summary: 'Shows the shortlists',
  readsOnly: true,
  options: {
    search: { value: 'TEXT', note: 'in the names of shortlist, client and campaign' },
    client: { value: 'CLIENT', note: 'for this client only' },
    campaign: { value: 'CAMPAIGN', note: 'for this campaign only' },
    creator: { value: 'CREATOR', note: 'those this creator is on' },
  },
  async run({ call, values, lookup }) {
    const creator = values.text('creator')
    const { clientId, campaignId } = await fieldsFrom(values, lookup)
    const rows = await call.shortlists.list(
      given({ search: values.text('search'), clientId, campaignId, creatorId: creator && (await lookup.creator(creator)) }),
    )
    const text = table(
      rows,
      [
        { heading: 'NAME', cell: (row) => row.name },
        { heading: 'CREATORS', cell: (row) => row.creatorCount, right: true },
        { heading: 'CLIENT', cell: (row) => row.clientName },
        { heading: 'CAMPAIGN', cell: (row) => row.campaignName },
        { heading: 'ID', cell: (row) => row.id },
      ],
      'There is no shortlist. "shortlists create NAME" makes one.',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

const show: WorkspaceCommand = {
  name: 'shortlists show',
  summary: 'Shows one shortlist and its creators in their order',
  readsOnly: true,
  arguments: [shortlist],
  async run({ call, values, lookup }) {
    const found = await call.shortlists.show({ id: await lookup.shortlist(values.argument('SHORTLIST')) })
    const head = facts([
      ['Shortlist', found.name],
      ['Client', found.clientName],
      ['Campaign', found.campaignName],
      ['Notes', found.notes],
      ['Id', found.id],
    ])
    const entries = table(
      found.entries.map((entry, at) => ({ ...entry, place: at + 1 })),
      [
        { heading: '#', cell: (row) => row.place, right: true },
        { heading: 'NAME', cell: (row) => row.creator.name },
        { heading: 'HANDLE', cell: (row) => row.creator.handle && `@${row.creator.handle}` },
        { heading: 'PLATFORM', cell: (row) => row.creator.platform },
        { heading: 'FOLLOWERS', cell: (row) => row.creator.followers?.toLocaleString('en-US'), right: true },
        { heading: 'ENGAGEMENT', cell: (row) => percent(row.creator.engagementRateBp), right: true },
        { heading: 'IN CAMPAIGN', cell: (row) => (row.isInCampaign ? 'yes' : null) },
        { heading: 'NOTE', cell: (row) => row.note, whole: true },
      ],
      'Nobody is on it yet. "shortlists add" puts creators on it.',
    )
    return { json: found, text: `${head}\n\n${entries}` }
  },
}

const create: WorkspaceCommand = {
  name: 'shortlists create',
  summary: 'Makes a shortlist',
  arguments: [
    { name: 'NAME', note: 'as the shortlist is called' },
    { ...creators, optional: true },
  ],
  options: fieldOptions,
  async run({ call, values, lookup }) {
    const creatorIds = await lookup.creators(values.rest('CREATOR'))
    const made = await call.shortlists.create({ name: values.argument('NAME'), ...(await fieldsFrom(values, lookup)), creatorIds })
    return { json: made, text: `Made the shortlist ${values.argument('NAME')} with ${counted(creatorIds.length, 'creator')} (${made.id}).` }
  },
}

const update: WorkspaceCommand = {
  name: 'shortlists update',
  summary: 'Changes the name of a shortlist, or whom and what it is for',
  arguments: [shortlist],
  options: { name: { value: 'NAME', note: 'a new name' }, ...fieldOptions },
  needsOneOf: ['name', ...Object.keys(fieldOptions)],
  async run({ call, values, lookup }) {
    const changes = { ...given({ name: values.text('name') }), ...(await fieldsFrom(values, lookup)) }
    const answer = await call.shortlists.update({ id: await lookup.shortlist(values.argument('SHORTLIST')), changes })
    return { json: answer, text: answer.entryId ? 'Changed.' : 'It was so already.' }
  },
}

const add: WorkspaceCommand = {
  name: 'shortlists add',
  summary: 'Puts creators at the end of a shortlist',
  arguments: [shortlist, creators],
  async run({ call, values, lookup }) {
    const id = await lookup.shortlist(values.argument('SHORTLIST'))
    const answer = await call.shortlists.addCreators({ id, creatorIds: await lookup.creators(values.rest('CREATOR')) })
    return { json: answer, text: `Added ${counted(answer.added, 'creator')}; ${answer.alreadyIn} were on it already.` }
  },
}

const remove: WorkspaceCommand = {
  name: 'shortlists remove',
  summary: 'Takes creators off a shortlist',
  arguments: [shortlist, creators],
  async run({ call, values, lookup }) {
    const id = await lookup.shortlist(values.argument('SHORTLIST'))
    const answer = await call.shortlists.removeCreators({ id, creatorIds: await lookup.creators(values.rest('CREATOR')) })
    return { json: answer, text: answer.entryId ? 'Changed.' : 'They were not on it.' }
  },
}

const arrange: WorkspaceCommand = {
  name: 'shortlists arrange',
  summary: 'Puts a creator at another place of a shortlist, or notes something about them',
  arguments: [shortlist, { name: 'CREATOR', note: 'id, @handle or exact name' }],
  options: {
    to: { value: 'PLACE', note: 'counted from 1', kind: 'count', least: 1 },
    note: { value: 'TEXT', note: 'of this creator on this list; an empty text takes it away' },
  },
  needsOneOf: ['to', 'note'],
  async run({ call, values, lookup }) {
    const id = await lookup.shortlist(values.argument('SHORTLIST'))
    const creatorId = await lookup.creator(values.argument('CREATOR'))
    const [to, note] = [values.count('to'), values.text('note')]
    const moved = to === undefined ? null : await call.shortlists.move({ id, creatorIds: [creatorId], to: to - 1 })
    const noted = note === undefined ? null : await call.shortlists.setNote({ id, creatorId, note })
    return { json: { entryIds: [moved?.entryId, noted?.entryId].filter(Boolean) }, text: 'Changed.' }
  },
}

const toCampaign: WorkspaceCommand = {
  name: 'shortlists to-campaign',
  summary: 'Adds all or some creators of a shortlist to a campaign',
  arguments: [shortlist, { name: 'CAMPAIGN', note: 'id or exact name' }, { ...creators, optional: true }],
  async run({ call, values, lookup }) {
    const chosen = await lookup.creators(values.rest('CREATOR'))
    const answer = await call.shortlists.toCampaign({
      id: await lookup.shortlist(values.argument('SHORTLIST')),
      campaignId: await lookup.campaign(values.argument('CAMPAIGN')),
      ...(chosen.length > 0 ? { creatorIds: chosen } : {}),
    })
    return { json: answer, text: `Added ${counted(answer.added, 'creator')}; ${answer.alreadyIn} were in it already.` }
  },
}

const drop: WorkspaceCommand = {
  name: 'shortlists delete',
  summary: 'Deletes a shortlist; its creators stay in the roster',
  arguments: [shortlist],
  async run({ call, values, lookup }) {
    const answer = await call.shortlists.delete({ ids: [await lookup.shortlist(values.argument('SHORTLIST'))] })
    return { json: answer, text: 'Deleted.' }
  },
}

export const shortlistCommands: readonly Command[] = [list, show, create, update, add, remove, arrange, toCampaign, drop]
