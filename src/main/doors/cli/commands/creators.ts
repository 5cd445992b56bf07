import { RelationshipStage, type CreatorRow } from '#src/shared/contract/creators.ts'
import type { z } from 'zod'
import type { Client, Command, Outcome, WorkspaceCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given, type Values } from '../values.ts'
import { expectRange, filterFrom, filterOptions, sayUnusedPlatforms } from './creator-filter.ts'
import { expectOneDirection, orderFrom, orderOptions } from './creator-order.ts'
import { viewCalled } from './view-called.ts'
import { counted, percent, rateNumber } from './words.ts'

type Row = z.infer<typeof CreatorRow>

const largestPage = 1000

const list: WorkspaceCommand = {
  name: 'creators list',
  summary: 'Shows the roster, filtered and sorted',
  readsOnly: true,
  options: {
    ...filterOptions,
    view: { value: 'NAME', note: 'a saved view; what is given besides counts more' },
    ...orderOptions,
    limit: { value: 'N', note: 'at most so many rows; 100 when left out', kind: 'count', least: 1 },
    after: { value: 'CURSOR', note: 'goes on after a page: its "next"' },
  },
  check(values) {
    expectRange(values)
    expectOneDirection(values)
  },
  async run({ call, values, say }) {
    const limit = values.count('limit') ?? 100
    const view = await viewFrom(call, values)
    const query = { ...view, ...filterFrom(values), ...orderFrom(values) }
    const first = await call.creators.list({ ...query, limit: Math.min(limit, largestPage), after: values.text('after') })
    await sayUnusedPlatforms(call, values, say)
    const rows = [...first.rows]
    let { next } = first
    while (next !== null && rows.length < limit) {
      const page = await call.creators.list({ ...query, limit: Math.min(limit - rows.length, largestPage), after: next })
      rows.push(...page.rows)
      next = page.next
    }
    const json = { total: first.total, rows: rows.map((row) => ({ ...row, engagementRate: rateNumber(row.engagementRateBp) })), next }
    const more = next === null ? '' : `\n${counted(first.total, 'creator')} in all; go on with --after ${next}`
    return { json, text: `${rosterTable(rows)}${more}` }
  },
}

/** The filter and order of the view that was named. */
async function viewFrom(call: Client, values: Values) {
  const name = values.text('view')
  if (name === undefined) return {}
  const { filter, sort, direction } = (await viewCalled(call, name)).content
  return { ...filter, ...given({ sort, direction }) }
}

function rosterTable(rows: readonly Row[]): string {
  return table(
    rows,
    [
      { heading: 'NAME', cell: (row) => row.name },
      { heading: 'HANDLE', cell: (row) => row.handle && `@${row.handle}` },
      { heading: 'PLATFORM', cell: (row) => row.platform },
      { heading: 'FOLLOWERS', cell: (row) => row.followers?.toLocaleString('en-US'), right: true },
      { heading: 'TIER', cell: (row) => row.tier },
      { heading: 'ENGAGEMENT', cell: (row) => percent(row.engagementRateBp), right: true },
      { heading: 'COUNTRY', cell: (row) => row.country },
      { heading: 'NICHES', cell: (row) => row.niches.join(', ') || null },
      { heading: 'ID', cell: (row) => row.id },
    ],
    'No creator fits.',
  )
}

const show: WorkspaceCommand = {
  name: 'creators show',
  summary: 'Shows all that is known of one creator',
  readsOnly: true,
  arguments: [{ name: 'CREATOR', note: 'id, @handle, PLATFORM:HANDLE or exact name' }],
  async run({ call, values, lookup }) {
    const creator = await call.creators.show({ id: await lookup.creator(values.argument('CREATOR')) })
    const head = facts([
      ['Name', creator.name],
      ['Tier', creator.tier],
      ['Stage', creator.stage],
      ['Country', creator.country],
      ['City', creator.city],
      ['Language', creator.language],
      ['E-mail', creator.email],
      ['Phone', creator.phone],
      ['Niches', creator.niches.join(', ')],
      ['Tags', creator.tags.join(', ')],
      ['Do not contact', creator.doNotContact ? 'yes' : null],
      ['Notes', creator.notes],
      ['Id', creator.id],
    ])
    const accounts = table(
      creator.accounts,
      [
        { heading: 'PLATFORM', cell: (account) => account.platform },
        { heading: 'HANDLE', cell: (account) => `@${account.handle}` },
        { heading: 'FOLLOWERS', cell: (account) => account.snapshots[0]?.followers?.toLocaleString('en-US'), right: true },
        { heading: 'ENGAGEMENT', cell: (account) => percent(account.engagementRateBp), right: true },
        { heading: 'BASIS', cell: (account) => account.engagementBasis },
        { heading: 'AS OF', cell: (account) => account.snapshots[0]?.takenOn },
      ],
      'No account is on file.',
    )
    const work = table(
      creator.work,
      [
        { heading: 'CAMPAIGN', cell: (one) => one.campaignName },
        { heading: 'CLIENT', cell: (one) => one.clientName },
        { heading: 'STAGE', cell: (one) => one.stage },
      ],
      'Not in a campaign yet.',
    )
    return { json: creator, text: [head, accounts, work].join('\n\n') }
  },
}

const add: WorkspaceCommand = {
  name: 'creators add',
  summary: 'Adds one creator',
  arguments: [{ name: 'NAME', note: 'as the creator is called' }],
  options: {
    platform: { value: 'PLATFORM', note: 'of the first account, such as instagram' },
    handle: { value: 'HANDLE', note: 'handle or profile address of that account' },
    followers: { value: 'N', note: 'of that account', kind: 'count' },
    engagement: { value: 'PERCENT', note: 'engagement rate as the creator states it', kind: 'percent' },
    email: { value: 'ADDRESS', note: 'e-mail address' },
    country: { value: 'COUNTRY', note: 'where the creator lives' },
    city: { value: 'CITY', note: 'where the creator lives' },
    niche: { value: 'NICHE', note: 'what the creator posts about', many: true },
    tag: { value: 'TAG', note: 'a word of your own', many: true },
    notes: { value: 'TEXT', note: 'anything else' },
  },
  check(values) {
    if (values.text('handle') !== undefined) values.needed('platform')
    if (values.text('platform') !== undefined) values.needed('handle')
  },
  async run({ call, values }) {
    const [platform, handle] = [values.text('platform'), values.text('handle')]
    const figures = given({ followers: values.count('followers'), statedEngagementBp: values.percent('engagement') })
    const accounts = platform !== undefined && handle !== undefined ? [{ platform, handle, values: figures }] : []
    const fields = given({
      email: values.text('email'),
      country: values.text('country'),
      city: values.text('city'),
      niches: values.many('niche'),
      tags: values.many('tag'),
      notes: values.text('notes'),
    })
    const added = await call.creators.create({ name: values.argument('NAME'), ...fields, accounts })
    return { json: added, text: `Added ${values.argument('NAME')} (${added.id}).` }
  },
}

const tag: WorkspaceCommand = {
  name: 'creators tag',
  summary: 'Puts tags on creators, or takes them off',
  arguments: [{ name: 'CREATOR', note: 'one or more', many: true }],
  options: { add: { value: 'TAG', note: 'puts it on', many: true }, remove: { value: 'TAG', note: 'takes it off', many: true } },
  needsOneOf: ['add', 'remove'],
  async run({ call, values, lookup }) {
    const answer = await call.creators.tag({
      ids: await lookup.creators(values.rest('CREATOR')),
      add: values.many('add') ?? [],
      remove: values.many('remove') ?? [],
    })
    return { json: answer, text: `Changed ${counted(answer.changed, 'creator')}.` }
  },
}

const stage: WorkspaceCommand = {
  name: 'creators stage',
  summary: 'Says how far the relationship with creators is',
  arguments: [{ name: 'CREATOR', note: 'one or more', many: true }],
  options: { stage: { value: 'STAGE', note: 'how far it is', choices: RelationshipStage.options, needed: true } },
  async run({ call, values, lookup }) {
    const stage = values.oneOf('stage', RelationshipStage.options) ?? misused('--stage is needed.')
    const answer = await call.creators.setStage({ ids: await lookup.creators(values.rest('CREATOR')), stage })
    return { json: answer, text: answer.entryId ? 'Changed.' : 'It was so already.' }
  },
}

function archiving(name: string, summary: string, archived: boolean): WorkspaceCommand {
  return {
    name,
    summary,
    arguments: [{ name: 'CREATOR', note: 'one or more', many: true }],
    async run({ call, values, lookup }): Promise<Outcome> {
      const answer = await call.creators.setArchived({ ids: await lookup.creators(values.rest('CREATOR')), archived })
      return { json: answer, text: `Changed ${counted(answer.changed, 'creator')}.` }
    },
  }
}

export const creatorCommands: readonly Command[] = [
  list,
  show,
  add,
  tag,
  stage,
  archiving('creators archive', 'Takes creators out of the roster, with all that is known of them kept', true),
  archiving('creators restore', 'Takes creators back into the roster', false),
]
