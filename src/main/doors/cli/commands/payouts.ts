import { PayoutMethod, PayoutStatus } from '#src/shared/contract/payouts.ts'
import { systemClock } from '../../node-ports.ts'
import type { Command, WorkspaceCommand } from '../command.ts'
import { table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given } from '../values.ts'
import { campaignAndCreators, expectSelection, selectionOptions } from './selection.ts'
import { amount, amountOf, counted } from './words.ts'

const payout = { name: 'PAYOUT', note: 'id, invoice number or exact description' } as const

const list: WorkspaceCommand = {
  name: 'payouts list',
  summary: 'Shows what is to be paid and what was',
  readsOnly: true,
  options: {
    campaign: { value: 'CAMPAIGN', note: 'of this campaign only' },
    creator: { value: 'CREATOR', note: 'to this creator only' },
    status: { value: 'STATUS', note: 'in this state only', choices: PayoutStatus.options },
    'due-by': { value: 'DAY', note: 'due then or earlier', kind: 'date' },
  },
  async run({ call, values, lookup }) {
    const [campaign, creator] = [values.text('campaign'), values.text('creator')]
    const found = await call.payouts.list(
      given({
        campaignId: campaign && (await lookup.campaign(campaign)),
        creatorId: creator && (await lookup.creator(creator)),
        status: values.oneOf('status', PayoutStatus.options),
        dueBy: values.date('due-by'),
      }),
    )
    const rows = table(
      found.rows,
      [
        { heading: 'DUE', cell: (row) => row.dueOn },
        { heading: 'TIMING', cell: (row) => row.timing },
        { heading: 'CREATOR', cell: (row) => row.creatorName },
        { heading: 'CAMPAIGN', cell: (row) => row.campaignName },
        { heading: 'FOR', cell: (row) => row.description },
        { heading: 'AMOUNT', cell: (row) => amount(row.amount), right: true },
        { heading: 'PAID', cell: (row) => row.paidOn },
        { heading: 'ID', cell: (row) => row.id },
      ],
      'There is no payout.',
    )
    const totals = found.totals.map(
      ({ currency, plannedMinor, paidMinor, overdueMinor }) =>
        `Planned ${amountOf(plannedMinor, currency)}, of it overdue ${amountOf(overdueMinor, currency)}; paid ${amountOf(paidMinor, currency)}`,
    )
    return { json: { total: found.rows.length, ...found }, text: [rows, ...totals].join('\n') }
  },
}

const plan: WorkspaceCommand = {
  name: 'payouts plan',
  summary: 'Plans the payouts that the agreed compensation still lacks',
  arguments: campaignAndCreators,
  options: selectionOptions,
  check: expectSelection,
  async run({ call, values, lookup }) {
    const answer = await call.payouts.plan({
      collaborationIds: await lookup.collaborations(values.argument('CAMPAIGN'), values.rest('CREATOR')),
    })
    const text = `Planned ${counted(answer.planned, 'payout')}; ${answer.alreadyPlanned} planned already, ${answer.withoutFixedFee} without a fixed fee.`
    return { json: answer, text }
  },
}

const add: WorkspaceCommand = {
  name: 'payouts add',
  summary: 'Plans one payout of any amount',
  arguments: [
    { name: 'CAMPAIGN', note: 'id or exact name' },
    { name: 'CREATOR', note: 'of that campaign: id, @handle or exact name' },
  ],
  options: {
    amount: { value: 'AMOUNT', note: 'in the campaign\'s currency unless written, such as "300 USD"', needed: true },
    description: { value: 'TEXT', note: 'what for' },
    due: { value: 'DAY', note: 'when', kind: 'date' },
    invoice: { value: 'NUMBER', note: "of the creator's invoice" },
    notes: { value: 'TEXT', note: 'anything else' },
  },
  async run({ call, values, lookup }) {
    const campaign = await call.campaigns.show({ id: await lookup.campaign(values.argument('CAMPAIGN')) })
    const collaborationId = await lookup.collaboration(campaign.id, values.argument('CREATOR'))
    const due = values.money('amount', campaign.currency) ?? misused('--amount is needed.')
    const answer = await call.payouts.create({
      collaborationId,
      amount: due,
      description: values.text('description') ?? campaign.name,
      ...given({ dueOn: values.date('due'), invoiceNumber: values.text('invoice'), notes: values.text('notes') }),
    })
    return { json: answer, text: `Planned ${amount(due)} (${answer.id}).` }
  },
}

const record: WorkspaceCommand = {
  name: 'payouts record',
  summary: 'Keeps record that payouts were paid',
  arguments: [{ ...payout, many: true }],
  options: {
    'paid-on': { value: 'DAY', note: 'today when left out', kind: 'date' },
    method: { value: 'WAY', note: 'bank transfer when left out', choices: PayoutMethod.options },
    reference: { value: 'TEXT', note: "such as the bank's" },
  },
  async run({ call, values, lookup }) {
    const answer = await call.payouts.record({
      ids: await Promise.all(values.rest('PAYOUT').map((one) => lookup.payout(one))),
      paidOn: values.date('paid-on') ?? systemClock.today(),
      ...given({ method: values.oneOf('method', PayoutMethod.options), reference: values.text('reference') }),
    })
    return { json: answer, text: `Kept ${counted(answer.paid, 'payout')} as paid; ${answer.alreadyPaid} were so already.` }
  },
}

const cancel: WorkspaceCommand = {
  name: 'payouts cancel',
  summary: 'Takes planned payouts back',
  arguments: [{ ...payout, many: true }],
  async run({ call, values, lookup }) {
    const answer = await call.payouts.cancel({ ids: await Promise.all(values.rest('PAYOUT').map((one) => lookup.payout(one))) })
    return { json: answer, text: answer.entryId ? 'Cancelled.' : 'It was so already.' }
  },
}

export const payoutCommands: readonly Command[] = [list, plan, add, record, cancel]
