import { CampaignStatus, ProgramKind } from '#src/shared/contract/campaigns.ts'
import type { Command, Option, WorkspaceCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { given, type Values } from '../values.ts'
import { amount, amountOf, counted, day, percent } from './words.ts'

const campaign = { name: 'CAMPAIGN', note: 'id or exact name' } as const

const fieldOptions: Readonly<Record<string, Option>> = {
  kind: { value: 'KIND', note: 'of program', choices: ProgramKind.options },
  starts: { value: 'DAY', note: 'first day', kind: 'date' },
  ends: { value: 'DAY', note: 'last day', kind: 'date' },
  budget: { value: 'AMOUNT', note: 'such as 12000 or "12000 EUR"' },
  currency: { value: 'CODE', note: "ISO 4217; the client's when left out", kind: 'currency' },
  notes: { value: 'TEXT', note: 'anything else' },
}

/** The campaign's currency is the one written with the budget, else --currency, else `usual`. */
function fieldsFrom(values: Values, usual: string) {
  const budget = values.price('budget', values.currency('currency') ?? usual)
  return given({
    programKind: values.oneOf('kind', ProgramKind.options),
    startsOn: values.date('starts'),
    endsOn: values.date('ends'),
    budgetMinor: budget?.amountMinor,
    currency: budget?.currency ?? values.currency('currency'),
    notes: values.text('notes'),
  })
}

const list: WorkspaceCommand = {
  name: 'campaigns list',
  summary: 'Shows the campaigns',
  readsOnly: true,
  options: {
    client: { value: 'CLIENT', note: 'of this client only' },
    status: { value: 'STATUS', note: 'in this state only', choices: CampaignStatus.options },
    search: { value: 'TEXT', note: 'in their names' },
  },
  async run({ call, values, lookup }) {
    const client = values.text('client')
    const rows = await call.campaigns.list(
      given({
        clientId: client && (await lookup.client(client)),
        status: values.oneOf('status', CampaignStatus.options),
        search: values.text('search'),
      }),
    )
    const text = table(
      rows,
      [
        { heading: 'NAME', cell: (row) => row.name },
        { heading: 'CLIENT', cell: (row) => row.clientName },
        { heading: 'STATUS', cell: (row) => row.status },
        { heading: 'FROM', cell: (row) => row.startsOn },
        { heading: 'TO', cell: (row) => row.endsOn },
        { heading: 'CREATORS', cell: (row) => row.creatorCount, right: true },
        { heading: 'BUDGET', cell: (row) => amountOf(row.budgetMinor, row.currency), right: true },
        { heading: 'COMMITTED', cell: (row) => amountOf(row.committedMinor, row.currency), right: true },
        { heading: 'ID', cell: (row) => row.id },
      ],
      'There is no campaign yet. "campaigns create NAME --client CLIENT" opens one.',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

const show: WorkspaceCommand = {
  name: 'campaigns show',
  summary: 'Shows one campaign and its creators',
  readsOnly: true,
  arguments: [campaign],
  async run({ call, values, lookup }) {
    const found = await call.campaigns.show({ id: await lookup.campaign(values.argument('CAMPAIGN')) })
    const head = facts([
      ['Campaign', found.name],
      ['Client', found.clientName],
      ['Kind', found.programKind],
      ['Status', found.status],
      ['From', found.startsOn],
      ['To', found.endsOn],
      ['Budget', amountOf(found.budgetMinor, found.currency)],
      ['Committed', amountOf(found.committedMinor, found.currency)],
      ['Paid', amountOf(found.paidMinor, found.currency)],
      ['Notes', found.notes],
      ['Id', found.id],
    ])
    const creators = table(
      found.collaborations,
      [
        { heading: 'CREATOR', cell: (row) => row.creatorName },
        { heading: 'HANDLE', cell: (row) => row.handle && `@${row.handle}` },
        { heading: 'PLATFORM', cell: (row) => row.platform },
        { heading: 'TIER', cell: (row) => row.tier },
        { heading: 'ENGAGEMENT', cell: (row) => percent(row.engagementRateBp), right: true },
        { heading: 'STAGE', cell: (row) => row.stage },
        { heading: 'COMPENSATION', cell: (row) => row.compensationText },
        { heading: 'FIXED', cell: (row) => amount(row.agreedCash), right: true },
        { heading: 'CONTRACT', cell: (row) => row.contract && `${row.contract.number} ${row.contract.status}` },
        { heading: 'BRIEF', cell: (row) => day(row.briefConfirmedAt ?? row.briefSentAt) },
      ],
      'No creator is in it yet. "campaigns add-creators" adds some.',
    )
    return { json: found, text: `${head}\n\n${creators}` }
  },
}

const create: WorkspaceCommand = {
  name: 'campaigns create',
  summary: 'Opens a campaign for a client',
  arguments: [{ name: 'NAME', note: 'as the campaign is called' }],
  options: { client: { value: 'CLIENT', note: 'id or exact name', needed: true }, ...fieldOptions },
  async run({ call, values, lookup }) {
    const client = await call.clients.show({ id: await lookup.client(values.needed('client')) })
    const created = await call.campaigns.create({
      name: values.argument('NAME'),
      clientId: client.id,
      ...fieldsFrom(values, client.currency),
    })
    return { json: created, text: `Opened ${values.argument('NAME')} for ${client.name} (${created.id}).` }
  },
}

const update: WorkspaceCommand = {
  name: 'campaigns update',
  summary: 'Changes a campaign',
  arguments: [campaign],
  options: {
    name: { value: 'NAME', note: 'a new name' },
    status: { value: 'STATUS', note: 'its new state', choices: CampaignStatus.options },
    ...fieldOptions,
  },
  needsOneOf: ['name', 'status', ...Object.keys(fieldOptions)],
  async run({ call, values, lookup }) {
    const found = await call.campaigns.show({ id: await lookup.campaign(values.argument('CAMPAIGN')) })
    const status = values.oneOf('status', CampaignStatus.options)
    const changes = { ...given({ name: values.text('name') }), ...fieldsFrom(values, found.currency) }
    const updated = Object.keys(changes).length > 0 ? await call.campaigns.update({ id: found.id, changes }) : null
    const moved = status ? await call.campaigns.setStatus({ ids: [found.id], status }) : null
    const entryIds = [updated, moved].flatMap((answer) => answer?.entryId ?? [])
    return { json: { id: found.id, entryIds }, text: entryIds.length > 0 ? 'Changed.' : 'It was so already.' }
  },
}

const addCreators: WorkspaceCommand = {
  name: 'campaigns add-creators',
  summary: 'Puts creators into a campaign',
  arguments: [campaign, { name: 'CREATOR', note: 'id, @handle, PLATFORM:HANDLE or exact name', many: true }],
  async run({ call, values, lookup }) {
    const id = await lookup.campaign(values.argument('CAMPAIGN'))
    const answer = await call.campaigns.addCreators({ id, creatorIds: await lookup.creators(values.rest('CREATOR')) })
    return { json: answer, text: `Added ${counted(answer.added.length, 'creator')}; ${answer.alreadyIn} in it already.` }
  },
}

const removeCreators: WorkspaceCommand = {
  name: 'campaigns remove-creators',
  summary: 'Takes creators out of a campaign again',
  arguments: [campaign, { name: 'CREATOR', note: 'id, @handle, PLATFORM:HANDLE or exact name', many: true }],
  async run({ call, values, lookup }) {
    const ids = await lookup.collaborations(values.argument('CAMPAIGN'), values.rest('CREATOR'))
    const answer = await call.campaigns.removeCollaborations({ ids })
    return { json: { ...answer, removed: ids.length }, text: `Took ${counted(ids.length, 'creator')} out.` }
  },
}

export const campaignCommands: readonly Command[] = [list, show, create, update, addCreators, removeCreators]
