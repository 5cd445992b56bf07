import type { z } from 'zod'
import { ExpenseKind, type CampaignRoi } from '#src/shared/contract/measurement.ts'
import type { Command, Option, WorkspaceCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given } from '../values.ts'
import { amount, amountOf, counted, percent } from './words.ts'

const campaign = { name: 'CAMPAIGN', note: 'id or exact name' } as const
const creator = { name: 'CREATOR', note: 'of that campaign: id, @handle or exact name' } as const
const counts = ['impressions', 'reach', 'views', 'likes', 'comments', 'shares', 'saves', 'clicks', 'conversions', 'leads'] as const

const add: WorkspaceCommand = {
  name: 'results add',
  summary: "Enters what a creator's posts brought in",
  arguments: [campaign, creator],
  options: {
    ...Object.fromEntries(
      counts.map((name): [string, Option] => [name, { value: 'N', note: 'as the platform or the client counted them', kind: 'count' }]),
    ),
    revenue: { value: 'AMOUNT', note: "in the campaign's currency; beside what recorded orders show" },
    on: { value: 'DAY', note: 'when it was read off; today when left out', kind: 'date' },
    source: { value: 'TEXT', note: 'where the figures come from' },
    notes: { value: 'TEXT', note: 'anything else' },
  },
  needsOneOf: [...counts, 'revenue'],
  async run({ call, values, lookup }) {
    const { id, currency } = await call.campaigns.show({ id: await lookup.campaign(values.argument('CAMPAIGN')) })
    const revenue = values.price('revenue', currency)
    const figures = given({ ...Object.fromEntries(counts.map((name) => [name, values.count(name)])), revenueMinor: revenue?.amountMinor })
    const answer = await call.measurement.addResult({
      collaborationId: await lookup.collaboration(id, values.argument('CREATOR')),
      ...figures,
      ...given({ currency: revenue?.currency, recordedOn: values.date('on'), source: values.text('source'), notes: values.text('notes') }),
    })
    return { json: answer, text: `Entered (${answer.id}).` }
  },
}

const list: WorkspaceCommand = {
  name: 'results list',
  summary: 'Shows the results entered for a campaign',
  readsOnly: true,
  arguments: [campaign],
  async run({ call, values, lookup }) {
    const rows = await call.measurement.results({ campaignId: await lookup.campaign(values.argument('CAMPAIGN')) })
    const text = table(
      rows,
      [
        { heading: 'ON', cell: (row) => row.recordedOn },
        { heading: 'CREATOR', cell: (row) => row.creatorName },
        ...counts.map((name) => ({ heading: name.toUpperCase(), cell: (row: (typeof rows)[number]) => row[name], right: true as const })),
        { heading: 'REVENUE', cell: (row) => amountOf(row.revenueMinor, row.currency), right: true },
        { heading: 'SOURCE', cell: (row) => row.source },
        { heading: 'ID', cell: (row) => row.id },
      ],
      'Nothing has been entered yet. "results add" enters what posts brought in.',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

const addExpense: WorkspaceCommand = {
  name: 'results expense',
  summary: 'Enters what was spent beside fees',
  arguments: [campaign, { ...creator, optional: true }],
  options: {
    kind: { value: 'KIND', note: 'what it was spent on', choices: ExpenseKind.options, needed: true },
    amount: { value: 'AMOUNT', note: "in the campaign's currency unless written", needed: true },
    description: { value: 'TEXT', note: 'what for' },
    on: { value: 'DAY', note: 'today when left out', kind: 'date' },
  },
  async run({ call, values, lookup }) {
    const { id, currency } = await call.campaigns.show({ id: await lookup.campaign(values.argument('CAMPAIGN')) })
    const named = values.argumentIfGiven('CREATOR')
    const answer = await call.measurement.addExpense({
      campaignId: id,
      kind: values.oneOf('kind', ExpenseKind.options) ?? 'other',
      amount: values.money('amount', currency) ?? misused('--amount is needed.'),
      ...given({
        collaborationId: named && (await lookup.collaboration(id, named)),
        description: values.text('description'),
        spentOn: values.date('on'),
      }),
    })
    return { json: answer, text: `Entered (${answer.id}).` }
  },
}

const addOrder: WorkspaceCommand = {
  name: 'results order',
  summary: 'Enters a shop order; its discount code finds the creator',
  arguments: [campaign, { name: 'NUMBER', note: 'of the order' }],
  options: {
    total: { value: 'AMOUNT', note: "in the campaign's currency unless written", needed: true },
    code: { value: 'CODE', note: 'the discount code used' },
    creator: { value: 'CREATOR', note: 'who brought it in, without a code' },
    at: { value: 'DAY', note: 'when it was placed', kind: 'date', needed: true },
    refunded: { value: 'AMOUNT', note: 'what of it was given back' },
  },
  async run({ call, values, lookup }) {
    const { id, currency } = await call.campaigns.show({ id: await lookup.campaign(values.argument('CAMPAIGN')) })
    const total = values.money('total', currency) ?? misused('--total is needed.')
    const [named, refunded] = [values.text('creator'), values.price('refunded', total.currency)]
    const answer = await call.measurement.addOrder({
      campaignId: id,
      number: values.argument('NUMBER'),
      orderedAt: `${values.date('at')}T00:00:00.000Z`,
      total,
      ...given({
        discountCode: values.text('code'),
        collaborationId: named && (await lookup.collaboration(id, named)),
        refundedMinor: refunded?.amountMinor,
      }),
    })
    return {
      json: answer,
      text: answer.collaborationId ? `Entered (${answer.id}).` : `Entered (${answer.id}); no creator of the campaign has that code.`,
    }
  },
}

const roi: WorkspaceCommand = {
  name: 'roi',
  summary: 'Shows what a campaign cost and brought in, in all and by creator',
  readsOnly: true,
  arguments: [campaign],
  async run({ call, values, lookup }) {
    const found = await call.measurement.roi({ campaignId: await lookup.campaign(values.argument('CAMPAIGN')) })
    return { json: found, text: roiText(found) }
  },
}

function roiText({
  campaignName,
  clientName,
  budgetMinor,
  currency,
  total,
  rows,
  creatorsWithoutSpend,
  unassignedRevenueMinor,
}: z.infer<typeof CampaignRoi>): string {
  const head = facts([
    ['Campaign', `${campaignName} for ${clientName}`],
    ['Budget', amountOf(budgetMinor, currency)],
    ['Spend', amount(total.spend)],
    ['Revenue', amount(total.revenue)],
    ['Profit', amount(total.profit)],
    ['Return on investment', percent(total.roiBp)],
    ['Return on ad spend', total.roasHundredths === null ? null : `${(total.roasHundredths / 100).toFixed(2)} (${total.roasVerdict})`],
    ['Spend not known', creatorsWithoutSpend === 0 ? null : `of ${counted(creatorsWithoutSpend, 'creator')}, so nothing is divided by it`],
    ['Without a creator', unassignedRevenueMinor === 0 ? null : amountOf(unassignedRevenueMinor, currency)],
    ['Creators', counted(rows.length, 'creator')],
  ])
  const sheet = table(
    rows,
    [
      { heading: 'CREATOR', cell: (row) => row.creatorName },
      { heading: 'CONTENT', cell: (row) => row.contentStatus },
      { heading: 'SPEND', cell: (row) => amount(row.measures.spend), right: true },
      { heading: 'REVENUE', cell: (row) => amount(row.measures.revenue), right: true },
      { heading: 'ROI', cell: (row) => percent(row.measures.roiBp), right: true },
      {
        heading: 'ROAS',
        cell: (row) => (row.measures.roasHundredths === null ? null : (row.measures.roasHundredths / 100).toFixed(2)),
        right: true,
      },
      { heading: 'REACH', cell: (row) => row.measures.reach, right: true },
      { heading: 'CLICKS', cell: (row) => row.measures.clicks, right: true },
      { heading: 'ORDERS', cell: (row) => row.orders, right: true },
    ],
    'No creator is in it yet.',
  )
  return `${head}\n\n${sheet}`
}

export const measurementCommands: readonly Command[] = [add, list, addExpense, addOrder, roi]
