import type { z } from 'zod'
import type { AdvocateReport, MatchResult, match as contract } from '#src/shared/contract/match.ts'
import { CRITERIA } from '#src/shared/domain/match/score.ts'
import type { Client, Command, InWorkspace, WorkspaceCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given } from '../values.ts'
import { needFrom, needOptions } from './match-need.ts'
import { counted } from './words.ts'

type Result = z.infer<typeof MatchResult>

const find: WorkspaceCommand = {
  name: 'match',
  summary: 'Ranks creators for what a campaign needs: relevance, credibility, creative fit, operational fit',
  readsOnly: true,
  options: {
    ...needOptions,
    campaign: { value: 'CAMPAIGN', note: 'id or exact name: begins with what its brief says, and leaves out who is in it' },
    why: { note: 'opens each score into its facts' },
  },
  details:
    'Archived creators and those not to be contacted are left out, and so is who worked for an excluded brand.\n' +
    'What is not known counts as the middle (50 of 100) and makes a score less sure; it is never 0.\n' +
    'With all weights 0 the order of the criteria alone decides. How scores are made stands in docs/user-guide.md.',
  check(values) {
    needFrom(values, 'USD')
  },
  async run({ call, values, lookup }) {
    const { currency } = await call.workspace.settings({})
    const campaign = values.text('campaign')
    const campaignId = campaign === undefined ? null : await lookup.campaign(campaign)
    const drawn = campaignId === null ? {} : (await call.match.need({ campaignId })).need
    const result = await call.match.find({ ...drawn, ...needFrom(values, currency) })
    return { json: result, text: resultText(result, values.flag('why')) }
  },
}

function resultText({ rows, creators, fitting, lookedAt, leftOut, competitors, slots, notes }: Result, isOpen: boolean): string {
  const list = table(
    rows,
    [
      { heading: '#', cell: (row) => row.rank, right: true },
      { heading: 'NAME', cell: (row) => row.name },
      { heading: 'HANDLE', cell: (row) => row.handle && `@${row.handle}` },
      { heading: 'TIER', cell: (row) => row.tier },
      { heading: 'PLACE', cell: ({ slot }) => (slot ? `${slot.tier} ${slot.number} of ${slot.of}` : '') },
      { heading: 'SCORE', cell: (row) => row.total.points.toFixed(0), right: true },
      { heading: 'SURE', cell: (row) => `${Math.round(row.total.confidence * 100)}%`, right: true },
      ...CRITERIA.map((criterion) => ({
        heading: criterion.toUpperCase(),
        cell: (row: Result['rows'][number]) => row.scores[criterion].points?.toFixed(0) ?? null,
        right: true as const,
      })),
    ],
    'No creator fits.',
  )
  const opened = isOpen
    ? rows.map((row) => [`${row.rank}. ${row.name}`, ...CRITERIA.flatMap((name) => factLines(name, row.scores[name]))].join('\n'))
    : []
  const counts = facts([
    ['Creators', creators.toLocaleString('en-US')],
    ['Fitting', fitting.toLocaleString('en-US')],
    ['Looked at in full', lookedAt],
    ...slots.map(({ tier, filled, of }) => [`Places for ${tier}`, `${filled} of ${of} filled`] as const),
  ])
  const out = leftOut.map(({ words, count }) => `Left out: ${counted(count, 'creator')} ${words}.`)
  const why = competitors.map(({ name, why }) => `  ${name}: ${why}`)
  return [list, ...opened, counts, [...out, ...why, ...notes].join('\n')].filter(Boolean).join('\n\n')
}

function factLines(name: string, { points, facts }: Result['rows'][number]['scores']['relevance']): string[] {
  if (facts.length === 0) return []
  return [
    `  ${name} ${points?.toFixed(0) ?? 'not known'}`,
    ...facts.map(({ words, points }) => `    ${(points?.toFixed(0) ?? '–').padStart(3)}  ${words}`),
  ]
}

const like: WorkspaceCommand = {
  name: 'match like',
  summary: 'Finds creators like one: niches, audience, size, tags, bio, platform, engagement',
  readsOnly: true,
  arguments: [{ name: 'CREATOR', note: 'id, @handle, PLATFORM:HANDLE or exact name' }],
  options: { top: { value: 'N', note: 'how many to list; 30 when left out', kind: 'count', least: 1, most: 200 } },
  async run({ call, values, lookup }) {
    const found = await call.match.like({
      creatorId: await lookup.creator(values.argument('CREATOR')),
      ...given({ top: values.count('top') }),
    })
    return { json: found, text: likeText(found) }
  },
}

function likeText({ rows, notes }: Awaited<ReturnType<Client['match']['like']>>): string {
  const list = table(
    rows,
    [
      { heading: '#', cell: (row) => row.rank, right: true },
      { heading: 'NAME', cell: (row) => row.name },
      { heading: 'TIER', cell: (row) => row.tier },
      { heading: 'ALIKE', cell: ({ likeness }) => likeness.points?.toFixed(0), right: true },
      { heading: 'BECAUSE', cell: ({ likeness }) => likeness.facts[0]?.words, whole: true },
    ],
    'Nobody else is on the roster.',
  )
  return [list, notes.join('\n')].filter(Boolean).join('\n\n')
}

const advocates: WorkspaceCommand = {
  name: 'match advocates',
  summary: 'Finds who of a client’s customers, or of those who mention it, is a creator',
  readsOnly: (values) => values.text('add') === undefined,
  arguments: [{ name: 'FILE', note: 'a customer list or an export of mentions: CSV, TSV or XLSX in any encoding' }],
  options: {
    client: { value: 'CLIENT', note: 'id or exact name; needed with --add' },
    platform: { value: 'PLATFORM', note: 'of the handles, where the file names none' },
    sheet: { value: 'NAME', note: 'of a workbook, the sheet to read' },
    add: {
      value: 'WHOM',
      note: 'tags those on the roster as advocates of the client; "all" also adds unknown handles',
      choices: ['known', 'all'],
    },
    'at-least': { value: 'N', note: 'with --add all, only handles with so many mentions', kind: 'count', least: 1 },
  },
  details:
    'Nothing of the file is kept. With --add only the chosen people’s handle, name and followers go on the roster, ' +
    'and possible matches are left alone.',
  check(values) {
    if (values.text('add') !== undefined && values.text('client') === undefined) misused('--add needs --client.')
    if (values.text('at-least') !== undefined && values.text('add') !== 'all') misused('--at-least goes with --add all.')
  },
  async run(context) {
    const { call, values, files, lookup } = context
    const client = values.text('client')
    const clientId = client === undefined ? undefined : await lookup.client(client)
    const asked = given({ platform: values.text('platform'), sheet: values.text('sheet') })
    const report = await call.match.advocates({ file: files.toRead(values.argument('FILE')), ...asked })
    const added = clientId === undefined ? null : await addFrom(context, clientId, report)
    const text = advocatesText(report)
    if (added === null) return { json: report, text }
    const said = `Added ${counted(added.added.length, 'creator')}; tagged ${counted(added.tagged, 'creator')} "${added.tag}".`
    return { json: { ...report, ...added }, text: `${text}\n\n${said}` }
  },
}

async function addFrom({ call, values }: InWorkspace, clientId: string, { known, unknown }: z.infer<typeof AdvocateReport>) {
  const whom = values.oneOf('add', ['known', 'all'] as const)
  if (whom === undefined) return null
  const people: z.input<(typeof contract.addAdvocates)['~orpc']['inputSchema'] & z.ZodType>['people'] =
    whom === 'known'
      ? []
      : unknown
          .filter(({ mentions }) => mentions.count >= (values.count('at-least') ?? 1))
          .flatMap(({ platform, handle, name, followers }) => (platform === null ? [] : [{ platform, handle, name, followers }]))
  const creatorIds = known.filter(({ certainty }) => certainty !== 'possible').map(({ creatorId }) => creatorId)
  return call.match.addAdvocates({ clientId, creatorIds, people })
}

function advocatesText({ rows, known, unknown, unknownTotal, unmatched, notes }: z.infer<typeof AdvocateReport>): string {
  const there = table(
    known,
    [
      { heading: 'ON THE ROSTER', cell: (row) => row.name },
      { heading: 'SURE', cell: (row) => row.certainty },
      { heading: 'MENTIONS', cell: (row) => row.mentions.count, right: true },
      { heading: 'TIER', cell: (row) => row.tier },
      { heading: 'WHY', cell: (row) => row.why, whole: true },
    ],
    'Nobody of them is on the roster.',
  )
  const strangers = table(
    unknown,
    [
      { heading: 'UNKNOWN HANDLE', cell: (row) => `@${row.handle}` },
      { heading: 'PLATFORM', cell: (row) => row.platform },
      { heading: 'FOLLOWERS', cell: (row) => row.followers?.toLocaleString('en-US'), right: true },
      { heading: 'MENTIONS', cell: (row) => row.mentions.count, right: true },
      { heading: 'SAYS', cell: (row) => row.mentions.sample ?? '' },
    ],
    'There is no handle that nobody on the roster has.',
  )
  const counts = facts([
    ['Rows', rows],
    ['On the roster', known.length],
    ['Unknown handles', unknownTotal],
    ['Others', `${counted(unmatched, 'row')} without a handle`],
  ])
  return [there, strangers, counts, notes.join('\n')].join('\n\n')
}

export const matchCommands: readonly Command[] = [find, like, advocates]
