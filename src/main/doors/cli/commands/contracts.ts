import { ContractStatus } from '#src/shared/contract/contracts.ts'
import type { Command, WorkspaceCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given } from '../values.ts'
import { campaignAndCreators, expectSelection, selectionOptions } from './selection.ts'
import { counted, day } from './words.ts'

const pageSizes = ['A4', 'Letter'] as const
const contract = { name: 'CONTRACT', note: 'id or number' } as const
const settable = ['draft', 'sent', 'declined', 'terminated'] as const

const templates: WorkspaceCommand = {
  name: 'contracts templates',
  summary: 'Shows what contracts can be made from',
  readsOnly: true,
  async run({ call }) {
    const rows = await call.contracts.templates({})
    const text = table(
      rows,
      [
        { heading: 'TEMPLATE', cell: (row) => row.id },
        { heading: 'IS A', cell: (row) => row.label },
        { heading: 'LANGUAGE', cell: (row) => row.language },
        { heading: 'CLAUSES', cell: (row) => row.clauseCount, right: true },
        { heading: 'NOTE', cell: (row) => row.note },
      ],
      'There is no template.',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

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
        { heading: 'CREATOR', cell: (row) => row.creatorName },
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
      ['Template', found.templateId],
      ...found.signatures.map((one) => [`Signed (${one.role})`, `${one.signerName}, ${day(one.signedAt)}`] as const),
      ...found.documents.map((one) => [`Document (${one.kind})`, one.name] as const),
      ...found.checks.map((check) => [check.level === 'missing' ? 'Missing' : 'Look at', check.message] as const),
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
  summary: 'Makes a contract for each of the named creators of a campaign',
  arguments: campaignAndCreators,
  options: {
    ...selectionOptions,
    template: { value: 'TEMPLATE', note: 'see "contracts templates"; paid-post when left out' },
    page: { value: 'SIZE', note: 'A4 when left out', choices: pageSizes },
  },
  check: expectSelection,
  async run({ call, values, lookup }) {
    const collaborationIds = await lookup.collaborations(values.argument('CAMPAIGN'), values.rest('CREATOR'))
    const answer = await call.contracts.create({
      collaborationIds,
      ...given({ templateId: values.text('template'), pageSize: values.oneOf('page', pageSizes) }),
    })
    return { json: answer, text: [`Made ${counted(answer.ids.length, 'contract')}.`, ...answer.ids].join('\n') }
  },
}

const edit: WorkspaceCommand = {
  name: 'contracts edit',
  summary: 'Types over fields and clauses of a draft',
  arguments: [contract],
  options: {
    field: { value: 'FIELD=TEXT', note: 'nothing after the = goes back to what fills it', many: true },
    clause: { value: 'CLAUSE=TEXT', note: "nothing after the = goes back to the template's", many: true },
    'leave-out': { value: 'CLAUSE', note: 'takes a clause out', many: true },
    include: { value: 'CLAUSE', note: 'puts a clause in', many: true },
  },
  needsOneOf: ['field', 'clause', 'leave-out', 'include'],
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
    })
    return { json: answer, text: answer.entryId ? 'Changed.' : 'It was so already.' }
  },
}

function pairFrom(pair: string, name: string): [string, string | null] {
  const [, key = '', text = ''] =
    /^([^=]+)=([\s\S]*)$/.exec(pair) ?? misused(`--${name} takes a name and a text, such as ${name}=text; not "${pair}".`)
  return [key, text || null]
}

const status: WorkspaceCommand = {
  name: 'contracts status',
  summary: 'Says that contracts were sent, declined or terminated, or are drafts again',
  arguments: [{ ...contract, many: true }],
  options: { status: { value: 'STATUS', note: 'what they are now', choices: settable, needed: true } },
  async run({ call, values, lookup }) {
    const chosen = values.oneOf('status', settable) ?? misused('--status is needed.')
    const answer = await call.contracts.setStatus({
      ids: await Promise.all(values.rest('CONTRACT').map((given) => lookup.contract(given))),
      status: chosen,
    })
    return { json: answer, text: answer.entryId ? 'Changed.' : 'It was so already.' }
  },
}

export const contractCommands: readonly Command[] = [templates, list, show, create, edit, status]
