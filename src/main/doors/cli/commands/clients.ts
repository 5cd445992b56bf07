import type { Command, Option, WorkspaceCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { given, type Values } from '../values.ts'

const fieldOptions: Readonly<Record<string, Option>> = {
  industry: { value: 'TEXT', note: 'what the client does' },
  'contact-name': { value: 'NAME', note: 'who to talk to' },
  'contact-email': { value: 'ADDRESS', note: 'where to write to' },
  address: { value: 'TEXT', note: 'where invoices go' },
  currency: { value: 'CODE', note: 'ISO 4217, such as EUR', kind: 'currency' },
  notes: { value: 'TEXT', note: 'anything else' },
}

function fieldsFrom(values: Values) {
  return given({
    industry: values.text('industry'),
    contactName: values.text('contact-name'),
    contactEmail: values.text('contact-email'),
    billingAddress: values.text('address'),
    currency: values.currency('currency'),
    notes: values.text('notes'),
  })
}

const list: WorkspaceCommand = {
  name: 'clients list',
  summary: 'Shows the clients',
  readsOnly: true,
  options: { search: { value: 'TEXT', note: 'in their names' }, archived: { note: 'those that were archived, instead' } },
  async run({ call, values }) {
    const rows = await call.clients.list({ search: values.text('search'), archived: values.flag('archived') })
    const text = table(
      rows,
      [
        { heading: 'NAME', cell: (row) => row.name },
        { heading: 'INDUSTRY', cell: (row) => row.industry },
        { heading: 'CONTACT', cell: (row) => row.contactName },
        { heading: 'CURRENCY', cell: (row) => row.currency },
        { heading: 'CAMPAIGNS', cell: (row) => row.campaignCount, right: true },
        { heading: 'ID', cell: (row) => row.id },
      ],
      'There is no client yet. "clients add NAME" adds one.',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

const show: WorkspaceCommand = {
  name: 'clients show',
  summary: 'Shows one client',
  readsOnly: true,
  arguments: [{ name: 'CLIENT', note: 'id or exact name' }],
  async run({ call, values, lookup }) {
    const client = await call.clients.show({ id: await lookup.client(values.argument('CLIENT')) })
    const text = facts([
      ['Name', client.name],
      ['Industry', client.industry],
      ['Contact', client.contactName],
      ['E-mail', client.contactEmail],
      ['Address', client.billingAddress],
      ['Currency', client.currency],
      ['Campaigns', client.campaignCount],
      ['Notes', client.notes],
      ['Archived', client.archivedAt],
      ['Id', client.id],
    ])
    return { json: client, text }
  },
}

const add: WorkspaceCommand = {
  name: 'clients add',
  summary: 'Adds a client',
  arguments: [{ name: 'NAME', note: 'as the client is called' }],
  options: fieldOptions,
  async run({ call, values }) {
    const added = await call.clients.create({ name: values.argument('NAME'), ...fieldsFrom(values) })
    return { json: added, text: `Added ${values.argument('NAME')} (${added.id}).` }
  },
}

const update: WorkspaceCommand = {
  name: 'clients update',
  summary: 'Changes what is known of a client',
  arguments: [{ name: 'CLIENT', note: 'id or exact name' }],
  options: { name: { value: 'NAME', note: 'a new name' }, ...fieldOptions },
  needsOneOf: ['name', ...Object.keys(fieldOptions)],
  async run({ call, values, lookup }) {
    const answer = await call.clients.update({
      id: await lookup.client(values.argument('CLIENT')),
      changes: { ...given({ name: values.text('name') }), ...fieldsFrom(values) },
    })
    return { json: answer, text: answer.entryId ? 'Changed.' : 'It was so already.' }
  },
}

const archive: WorkspaceCommand = {
  name: 'clients archive',
  summary: 'Takes a client out of the list, with all its campaigns kept',
  arguments: [{ name: 'CLIENT', note: 'id or exact name' }],
  options: { back: { note: 'takes an archived client back into the list' } },
  async run({ call, values, lookup }) {
    const answer = await call.clients.setArchived({ ids: [await lookup.client(values.argument('CLIENT'))], archived: !values.flag('back') })
    return { json: answer, text: answer.entryId ? 'Changed.' : 'It was so already.' }
  },
}

export const clientCommands: readonly Command[] = [list, show, add, update, archive]
