import type { z } from 'zod'
import { Id } from '#src/shared/contract/base.ts'
import type { Settings } from '#src/shared/contract/workspace.ts'
import type { Command, Option, WorkspaceCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given, type Values } from '../values.ts'
import { counted } from './words.ts'

const info: WorkspaceCommand = {
  name: 'info',
  summary: 'Shows which workspace it is and how much is in it',
  readsOnly: true,
  async run({ call, engine, folder }) {
    const { expectReadable } = await import('../../../engine/db/checks/integrity.ts')
    const found = await call.workspace.info({})
    // Nobody should read of a workspace that all is there when half of it cannot be read any more.
    expectReadable(engine.contextFor('command line').workspace.reader)
    const { creators, clients, campaigns, contracts, payouts } = found.counts
    const text = facts([
      ['Workspace', found.name],
      ['Folder', folder],
      ['Made', found.createdAt],
      ['Creators', creators],
      ['Clients', clients],
      ['Campaigns', campaigns],
      ['Contracts', contracts],
      ['Payouts', payouts],
      ['Version', `${found.appVersion}, data version ${found.schemaVersion}`],
    ])
    return { json: { ...found, folder }, text }
  },
}

const backup: WorkspaceCommand = {
  name: 'backup',
  summary: 'Copies the whole workspace into one file, also while it is in use',
  readsOnly: true,
  options: { out: { value: 'FILE', note: "where to; among the workspace's own backups when left out" } },
  async run({ call, values, files }) {
    const out = values.text('out')
    const answer = await call.workspace.backup(given({ file: out && files.toWrite(out) }))
    const lost =
      answer.missingFiles > 0 && `${counted(answer.missingFiles, 'file')} of the workspace had been lost before; "check" names them.`
    return { json: answer, text: [`Wrote ${answer.fileName} (${counted(answer.bytes, 'byte')}).`, lost].filter(Boolean).join('\n') }
  },
}

const undo: WorkspaceCommand = {
  name: 'undo',
  summary: 'Takes the newest change back, or a given one; undoing an undo does it again',
  arguments: [{ name: 'ENTRY', note: 'id of an entry of "history"', optional: true }],
  async run({ call, values, lookup }) {
    const entry = values.argumentIfGiven('ENTRY')
    const answer = await call.workspace.undo(given({ entryId: entry && (await lookup.entry(entry)) }))
    return { json: answer, text: answer.summary }
  },
}

const history: WorkspaceCommand = {
  name: 'history',
  summary: 'Shows what was changed, by whom and when',
  readsOnly: true,
  options: {
    limit: { value: 'N', note: 'at most so many entries; 50 when left out', kind: 'count', least: 1, most: 500 },
    row: { value: 'ID', note: 'only what changed this creator, campaign, …; its whole id' },
  },
  check(values) {
    const row = values.text('row')
    if (row !== undefined && !Id.safeParse(row).success) misused(`--row takes a whole id, not "${row}".`)
  },
  async run({ call, values }) {
    const rows = await call.workspace.history(given({ limit: values.count('limit'), rowId: values.text('row') }))
    const text = table(
      rows,
      [
        { heading: 'WHEN', cell: (row) => row.at.slice(0, 16).replace('T', ' ') },
        { heading: 'WHO', cell: (row) => row.actor },
        { heading: 'WHAT', cell: (row) => row.summary },
        { heading: 'ROWS', cell: (row) => row.changes, right: true },
        { heading: 'UNDONE', cell: (row) => (row.undoneBy ? 'yes' : null) },
        { heading: 'ENTRY', cell: (row) => row.id },
      ],
      'Nothing has been changed yet.',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

const today: WorkspaceCommand = {
  name: 'today',
  summary: 'Shows what needs a person: overdue, today, in the next seven days',
  readsOnly: true,
  options: { on: { value: 'DAY', note: 'as of another day', kind: 'date' } },
  async run({ call, values }) {
    const found = await call.workspace.today(given({ on: values.date('on') }))
    const text = table(
      found.items,
      [
        { heading: 'WHEN', cell: (row) => row.column },
        { heading: 'DUE', cell: (row) => row.dueOn },
        { heading: 'KIND', cell: (row) => row.kind },
        { heading: 'WHAT', cell: (row) => row.title },
        { heading: 'MORE', cell: (row) => row.detail },
      ],
      'Nothing is due.',
    )
    return { json: found, text }
  },
}

const settingOptions: Readonly<Record<string, Option>> = {
  name: { value: 'NAME', note: 'of the agency' },
  'legal-name': { value: 'NAME', note: 'as contracts name it' },
  address: { value: 'TEXT', note: 'of the agency' },
  email: { value: 'ADDRESS', note: 'of the agency' },
  colour: { value: '#RRGGBB', note: 'of media kits and proposals; "off" goes back to the usual one' },
  signer: { value: 'NAME', note: 'who signs for the agency' },
  'signer-title': { value: 'TITLE', note: 'as what' },
  law: { value: 'LAW', note: 'governing law of contracts' },
  venue: { value: 'PLACE', note: 'whose courts decide about contracts, such as Hamburg' },
  currency: { value: 'CODE', note: 'the usual currency', kind: 'currency' },
  'contract-language': { value: 'LANGUAGE', note: 'what contracts are written in; see "contracts languages"' },
  'contract-numbers': { value: 'PATTERN', note: 'such as {year}-{number:4}; also {client} and {campaign}' },
  'payment-days': { value: 'N', note: 'usual days until a payout is due', kind: 'count', most: 365 },
  'tier-set': { value: 'ID', note: 'such as S1' },
  benchmarks: { value: 'ID', note: 'the benchmark set to compare with' },
  'time-stamps': {
    value: 'ADDRESS',
    note: 'where time stamps for signatures are had (RFC 3161); off without one, and "off" turns them off',
  },
  'time-stamp-level': { value: 'LEVEL', note: 'B-LT also fetches the data for long-term checking', choices: ['B-T', 'B-LT'] },
}

const setting: WorkspaceCommand = {
  name: 'settings',
  summary: 'Shows the agency profile and the settings, or changes them',
  readsOnly: (values) => Object.keys(settingOptions).every((name) => values.text(name) === undefined),
  options: settingOptions,
  async run({ call, values }) {
    const agency = given({
      name: values.text('name'),
      legalName: values.text('legal-name'),
      address: values.text('address'),
      email: values.text('email'),
      signerName: values.text('signer'),
      signerTitle: values.text('signer-title'),
      governingLaw: values.text('law'),
      venue: values.text('venue'),
      colour: values.text('colour') === 'off' ? null : values.text('colour'),
    })
    const others = given({
      currency: values.currency('currency'),
      paymentDays: values.count('payment-days'),
      contractLanguage: values.text('contract-language'),
      contractNumbering: values.text('contract-numbers'),
      tierSetId: values.text('tier-set'),
      benchmarkSetId: values.text('benchmarks'),
      timeStamps: timeStampsFrom(values, (await call.workspace.settings({})).timeStamps),
    })
    const changes = { ...others, ...(Object.keys(agency).length > 0 ? { agency } : {}) }
    if (Object.keys(changes).length > 0) await call.workspace.updateSettings({ changes })
    const settings = await call.workspace.settings({})
    const text = facts([
      ['Agency', settings.agency.name],
      ['Legal name', settings.agency.legalName],
      ['Address', settings.agency.address],
      ['E-mail', settings.agency.email],
      ['Colour', settings.agency.colour],
      ['Signer', settings.agency.signerName],
      ['Governing law', settings.agency.governingLaw],
      ['Venue', settings.agency.venue],
      ['Currency', settings.currency],
      ['Payment days', settings.paymentDays],
      ['Contracts in', settings.contractLanguage],
      ['Contract numbers', settings.contractNumbering],
      ['Tier set', settings.tierSetId],
      ['Benchmarks', settings.benchmarkSetId],
      ['Time stamps', settings.timeStamps.url === null ? 'off' : `${settings.timeStamps.level} from ${settings.timeStamps.url}`],
    ])
    return { json: settings, text }
  },
}

type TimeStamps = z.infer<typeof Settings>['timeStamps']

/** What the options make of it; undefined where they say nothing. */
function timeStampsFrom(values: Values, now: TimeStamps): TimeStamps | undefined {
  const [address, level] = [values.text('time-stamps'), values.oneOf('time-stamp-level', ['B-T', 'B-LT'])]
  if (address === undefined && level === undefined) return undefined
  return { url: address === undefined ? now.url : address === 'off' ? null : address, level: level ?? now.level }
}

export const workspaceCommands: readonly Command[] = [info, today, setting, backup, undo, history]
