import { ContractStatus } from '#src/shared/contract/contracts.ts'
import { templateShapes } from '../../../engine/documents/contract/library.ts'
import type { Command, WorkspaceCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given, type Values } from '../values.ts'
import { checkWords } from './contract-life.ts'
import { campaignAndCreators, expectSelection, selectionOptions } from './selection.ts'
import { counted, day } from './words.ts'

const pageSizes = ['A4', 'Letter'] as const
const contract = { name: 'CONTRACT', note: 'id or number' } as const

const list: WorkspaceCommand = {
  name: 'contracts list',
  summary: 'Shows the contracts',
  readsOnly: true,
  options: {
    campaign: { value: 'CAMPAIGN', note: 'of this campaign only' },
    status: { value: 'STATUS', note: 'in this state only', choices: ContractStatus.options },
    search: { value: 'TEXT', note: 'in numbers and names' },
  },
  async run({ call, values, lookup }) {
    const campaign = values.text('campaign')
    const rows = await call.contracts.list(
      given({
        campaignId: campaign && (await lookup.campaign(campaign)),
        status: values.oneOf('status', ContractStatus.options),
        search: values.text('search'),
      }),
    )
    const text = table(
      rows,
      [
        { heading: 'NUMBER', cell: (row) => row.number },
        { heading: 'STATUS', cell: (row) => row.status },
        { heading: 'WITH', cell: (row) => row.counterparty.name },
        { heading: 'CAMPAIGN', cell: (row) => row.campaignName },
        { heading: 'CLIENT', cell: (row) => row.clientName },
        { heading: 'SIGNED', cell: (row) => day(row.signedAt) },
        { heading: 'ID', cell: (row) => row.id },
      ],
      'There is no contract. "contracts create" makes one.',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

/** How a signature was made. */
const methodWords = {
  drawn: 'drawn here',
  typed: 'typed here',
  image: 'with a picture, here',
  imported: 'with their own tool',
  page: 'on the signing page',
  paper: 'on paper',
} as const

const show: WorkspaceCommand = {
  name: 'contracts show',
  summary: 'Shows one contract: what fills it, what it lacks, who signed',
  readsOnly: true,
  arguments: [contract],
  async run({ call, values, lookup }) {
    const found = await call.contracts.show({ id: await lookup.contract(values.argument('CONTRACT')) })
    const head = facts([
      ['Contract', found.number],
      ['Status', found.status],
      ['Creator', found.creatorName],
      ['Campaign', found.campaignName],
      ['Client', found.clientName],
      ['Template', `${found.templateId}, ${found.language}, law ${found.jurisdiction}`],
      ['Changes', found.amends?.number],
      ...found.amendedBy.map((one) => ['Changed by', `${one.number}, ${one.status}`] as const),
      ['Runs', found.term.startsOn && `${found.term.startsOn} to ${found.term.endsOn ?? 'no day yet'}`],
      ['Notice by', found.term.noticeOn],
      ['Reminder', found.term.remindOn],
      ...found.versions.map((one) => [`Version ${one.number}`, `${one.origin}, ${day(one.createdAt)}`] as const),
      ...found.signatures.map(
        (one) => [`Signed (${one.role})`, `${one.signerName}, ${day(one.signedAt)}, ${methodWords[one.method]}`] as const,
      ),
      ...found.documents.map((one) => [`Document (${one.kind})`, one.name] as const),
      ...found.checks.map((check) => [checkWords[check.level], check.message] as const),
      ['Id', found.id],
    ])
    const fields = table(
      found.fields,
      [
        { heading: 'FIELD', cell: (field) => field.name },
        { heading: 'VALUE', cell: (field) => field.value },
        { heading: 'FROM', cell: (field) => (field.edited ? 'typed over' : field.source) },
      ],
      'It has no fields.',
    )
    return { json: found, text: `${head}\n\n${fields}` }
  },
}

const create: WorkspaceCommand = {
  name: 'contracts create',
  summary: 'Makes a contract for each of the named creators of a campaign, or one with its client',
  arguments: campaignAndCreators,
  options: {
    ...selectionOptions,
    template: { value: 'TEMPLATE', note: 'see "contracts templates"; paid-post when left out' },
    language: { value: 'LANGUAGE', note: 'see "contracts languages"; as in the settings when left out' },
    jurisdiction: {
      value: 'COUNTRY',
      note: 'whose law the clauses are worded for, such as DE, or any; that of the governing law when left out',
    },
    page: { value: 'SIZE', note: 'A4 when left out', choices: pageSizes },
    draw: { note: 'also draws the PDF of each' },
  },
  check(values) {
    jurisdictionOf(values.text('jurisdiction'))
    if (!isWithClient(values.text('template'))) return expectSelection(values)
    if (values.rest('CREATOR').length > 0 || values.flag('all'))
      misused(`A contract from ${values.text('template')} is with the client; name no creators.`)
  },
  details:
    'A template that is with the client, such as insertion-order, takes no creators. The selection is made as a whole or not at all.',
  async run({ call, values, lookup }) {
    const [campaign, template] = [values.argument('CAMPAIGN'), values.text('template')]
    const selection = isWithClient(template)
      ? { campaignIds: [await lookup.campaign(campaign)] }
      : { collaborationIds: await lookup.collaborations(campaign, values.rest('CREATOR')) }
    const answer = await call.contracts.create({
      ...selection,
      ...given({
        templateId: template,
        language: values.text('language'),
        jurisdiction: jurisdictionOf(values.text('jurisdiction')),
        pageSize: values.oneOf('page', pageSizes),
      }),
      draw: values.flag('draw'),
    })
    const made = answer.ids.map((id, i) => `${answer.numbers[i]}  ${id}`)
    return { json: answer, text: [`Made ${counted(answer.ids.length, 'contract')}.`, ...made, ...answer.warnings].join('\n') }
  },
}

function isWithClient(template: string | undefined): boolean {
  return templateShapes().some(({ id, counterparty }) => id === template && counterparty === 'client')
}

function jurisdictionOf(given: string | undefined): string | undefined {
  if (given === undefined || given.toLowerCase() === 'any') return given?.toLowerCase()
  return /^[a-z]{2}$/i.test(given) ? given.toUpperCase() : misused(`--jurisdiction takes two letters, such as DE, or any; not "${given}".`)
}

const edit: WorkspaceCommand = {
  name: 'contracts edit',
  summary: 'Types over fields, clauses and days of a draft',
  arguments: [contract],
  options: {
    field: { value: 'FIELD=TEXT', note: 'nothing after the = goes back to what fills it', many: true },
    clause: { value: 'CLAUSE=TEXT', note: "nothing after the = goes back to the template's", many: true },
    'leave-out': { value: 'CLAUSE', note: 'takes a clause out', many: true },
    include: { value: 'CLAUSE', note: 'puts a clause in', many: true },
    starts: { value: 'DAY', note: 'the first day; nothing after the = goes back to what follows from the words' },
    ends: { value: 'DAY', note: 'the last day; likewise' },
  },
  check(values) {
    for (const name of ['starts', 'ends']) dayOrNone(values, name)
  },
  needsOneOf: ['field', 'clause', 'leave-out', 'include', 'starts', 'ends'],
  async run({ call, values, lookup }) {
    const pairs = (name: string) => (values.many(name) ?? []).map((pair) => pairFrom(pair, name))
    const texts = pairs('clause').map(([id, text]) => [id, { text }] as const)
    const inclusions = [
      ...(values.many('leave-out') ?? []).map((id) => [id, { included: false }] as const),
      ...(values.many('include') ?? []).map((id) => [id, { included: true }] as const),
    ]
    const clauses: Record<string, { text?: string | null; included?: boolean }> = {}
    for (const [id, change] of [...texts, ...inclusions]) clauses[id] = { ...clauses[id], ...change }
    const answer = await call.contracts.update({
      id: await lookup.contract(values.argument('CONTRACT')),
      fields: Object.fromEntries(pairs('field')),
      clauses,
      ...given({ startsOn: dayOrNone(values, 'starts'), endsOn: dayOrNone(values, 'ends') }),
    })
    return { json: answer, text: answer.entryId ? 'Changed.' : 'It was so already.' }
  },
}

/** A day, or null for nothing after the =. */
function dayOrNone(values: Values, name: string): string | null | undefined {
  return values.text(name) === '' ? null : values.date(name)
}

function pairFrom(pair: string, name: string): [string, string | null] {
  const [, key = '', text = ''] =
    /^([^=]+)=([\s\S]*)$/.exec(pair) ?? misused(`--${name} takes a name and a text, such as ${name}=text; not "${pair}".`)
  return [key, text || null]
}

export const contractCommands: readonly Command[] = [list, show, create, edit]
