import type { Command, WorkspaceCommand } from '../command.ts'
import { table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given } from '../values.ts'
import { amount, counted } from './words.ts'

const contract = { name: 'CONTRACT', note: 'id or number' } as const
const settable = ['draft', 'internal approval', 'sent', 'declined', 'terminated', 'expired'] as const

/** What a check means, in a word. */
export const checkWords = { missing: 'Missing', problem: 'Problem', warning: 'Look at' } as const

const status: WorkspaceCommand = {
  name: 'contracts status',
  summary: 'Says that contracts wait for approval, were sent, declined, terminated or not answered, or are drafts again',
  arguments: [{ ...contract, many: true }],
  options: {
    status: { value: 'STATUS', note: 'what they are now', choices: settable, needed: true },
    note: { value: 'TEXT', note: 'why; goes into the trail' },
  },
  async run({ call, values, lookup }) {
    const chosen = values.oneOf('status', settable) ?? misused('--status is needed.')
    const answer = await call.contracts.setStatus({
      ids: await Promise.all(values.rest('CONTRACT').map((one) => lookup.contract(one))),
      status: chosen,
      ...given({ note: values.text('note') }),
    })
    return { json: answer, text: [answer.entryId ? 'Changed.' : 'It was so already.', ...answer.warnings].join('\n') }
  },
  details:
    'What signing makes of a contract, and what follows from its last day, nobody sets by hand. Sending keeps the words as they are.',
}

const checks: WorkspaceCommand = {
  name: 'contracts checks',
  summary: 'Looks what stands against sending contracts: blanks, dates, brief, licence, exclusivity, disclosure',
  arguments: [{ ...contract, many: true }],
  details: 'Exit code 1 where something is missing or should be mended.',
  readsOnly: true,
  async run({ call, values, lookup }) {
    const ids = await Promise.all(values.rest('CONTRACT').map((one) => lookup.contract(one)))
    const rows = await call.contracts.checks({ ids })
    const found = rows.flatMap(({ number, checks: all }) => all.map((check) => ({ number, ...check })))
    const text = table(
      found,
      [
        { heading: 'NUMBER', cell: (row) => row.number },
        { heading: 'WHAT', cell: (row) => checkWords[row.level] },
        { heading: 'FIELD', cell: (row) => row.field },
        { heading: 'WHY', cell: (row) => row.message, whole: true },
      ],
      'Nothing stands against sending.',
    )
    const stands = found.some(({ level }) => level !== 'warning')
    return { json: { total: rows.length, rows }, text, ...(stands ? { exitCode: 1 as const } : {}) }
  },
}

const amend: WorkspaceCommand = {
  name: 'contracts amend',
  summary: 'Makes a draft that changes a contract which all have signed',
  arguments: [contract],
  async run({ call, values, lookup }) {
    const answer = await call.contracts.amend({ id: await lookup.contract(values.argument('CONTRACT')) })
    return { json: answer, text: `Made contract ${answer.number}. Once all have signed it, the earlier one is amended.\n${answer.id}` }
  },
}

const obligations: WorkspaceCommand = {
  name: 'contracts obligations',
  summary: 'Shows what signed contracts ask for: what, by whom, when',
  readsOnly: true,
  arguments: [{ ...contract, note: 'id or number; all contracts when left out', optional: true }],
  options: {
    campaign: { value: 'CAMPAIGN', note: 'of this campaign only' },
    'due-by': { value: 'DAY', note: 'due until then only', kind: 'date' },
    open: { note: 'only what is not done, of contracts that bind' },
  },
  async run({ call, values, lookup }) {
    const [named, campaign] = [values.argumentIfGiven('CONTRACT'), values.text('campaign')]
    const rows = await call.contracts.obligations({
      ...given({
        contractId: named && (await lookup.contract(named)),
        campaignId: campaign && (await lookup.campaign(campaign)),
        dueBy: values.date('due-by'),
      }),
      openOnly: values.flag('open'),
    })
    const text = table(
      rows,
      [
        { heading: 'DUE', cell: (row) => row.dueOn },
        { heading: 'BY', cell: (row) => (row.party === 'both' ? 'both' : row.partyName) },
        { heading: 'WHAT', cell: (row) => row.what },
        { heading: 'AMOUNT', cell: (row) => amount(row.amount), right: true },
        { heading: 'DONE', cell: (row) => row.doneOn },
        { heading: 'CONTRACT', cell: (row) => row.contractNumber },
        { heading: 'ID', cell: (row) => row.id },
      ],
      'There is none. They are read out of a contract once all have signed it.',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

const fulfil: WorkspaceCommand = {
  name: 'contracts fulfil',
  summary: 'Says that obligations are done, or are not',
  arguments: [{ name: 'OBLIGATION', note: 'id', many: true }],
  options: { on: { value: 'DAY', note: 'when they were done', kind: 'date' }, not: { note: 'they are not done after all' } },
  check(values) {
    if (values.flag('not') === (values.text('on') !== undefined)) misused('Give --on DAY, or --not.')
  },
  async run({ call, values }) {
    const answer = await call.contracts.markObligations({ ids: values.rest('OBLIGATION'), doneOn: values.date('on') ?? null })
    return { json: answer, text: answer.entryId ? 'Changed.' : 'It was so already.' }
  },
}

const remind: WorkspaceCommand = {
  name: 'contracts remind',
  summary: 'Says when to be reminded that contracts end, or never',
  arguments: [{ ...contract, many: true }],
  options: { on: { value: 'DAY', note: 'the day', kind: 'date' }, never: { note: 'not at all' } },
  check(values) {
    if (values.flag('never') === (values.text('on') !== undefined)) misused('Give --on DAY, or --never.')
  },
  async run({ call, values, lookup }) {
    const ids = await Promise.all(values.rest('CONTRACT').map((one) => lookup.contract(one)))
    const answer = await call.contracts.remind({ ids, on: values.date('on') ?? null })
    return { json: answer, text: answer.entryId ? `Changed ${counted(ids.length, 'contract')}.` : 'It was so already.' }
  },
}

const trail: WorkspaceCommand = {
  name: 'contracts trail',
  summary: 'Shows what happened to a contract, when and by whom, and whether its chain of hashes holds',
  readsOnly: true,
  arguments: [contract],
  details: 'Exit code 1 where a step was changed, left out or put in afterwards.',
  async run({ call, values, lookup }) {
    const found = await call.contracts.trail({ id: await lookup.contract(values.argument('CONTRACT')) })
    const { steps, brokenAt } = found
    const rows = table(
      steps,
      [
        { heading: 'STEP', cell: (row) => row.sequence, right: true },
        { heading: 'AT', cell: (row) => row.at },
        { heading: 'WHAT', cell: (row) => row.kind },
        { heading: 'BY', cell: (row) => row.actor },
        { heading: 'HASH', cell: (row) => row.hash.slice(0, 16) },
      ],
      'Nothing yet.',
    )
    const verdict = brokenAt === null ? 'The chain of hashes holds.' : `The chain of hashes breaks at step ${brokenAt}.`
    return { json: found, text: `${rows}\n\n${verdict}`, ...(brokenAt === null ? {} : { exitCode: 1 as const }) }
  },
}

export const contractLifeCommands: readonly Command[] = [checks, status, amend, obligations, fulfil, remind, trail]
