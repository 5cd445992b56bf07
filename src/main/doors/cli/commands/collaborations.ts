import type { z } from 'zod'
import { CollaborationStage } from '#src/shared/contract/campaigns.ts'
import type { Compensation } from '#src/shared/contract/compensation.ts'
import type { Command, WorkspaceCommand } from '../command.ts'
import { misused } from '../usage-error.ts'
import { given, type Values } from '../values.ts'
import { rungNote, rungsFrom } from './ladder.ts'
import { campaignAndCreators, expectSelection, selectionOptions } from './selection.ts'
import { counted } from './words.ts'

type Terms = z.infer<typeof Compensation>
type Model = Terms['model']

/** What each model is made of. */
const readers: { readonly [Name in Model]: (values: Values, currency: string) => Extract<Terms, { model: Name }> } = {
  'flat fee': (values, currency) => ({ model: 'flat fee', fee: price(values, 'fee', currency) }),
  'per post': (values, currency) => ({
    model: 'per post',
    posts: number(values, 'posts'),
    pricePerPost: price(values, 'price-per-post', currency),
  }),
  'performance bonus': (values, currency) => ({
    model: 'performance bonus',
    base: price(values, 'base', currency),
    bonus: price(values, 'bonus', currency),
    everySales: number(values, 'every-sales'),
  }),
  gifting: (values, currency) => ({ model: 'gifting', productValue: price(values, 'product-value', currency) }),
  commission: (values) => ({ model: 'commission', rateBp: rate(values) }),
  'flat plus commission': (values, currency) => ({
    model: 'flat plus commission',
    fee: price(values, 'fee', currency),
    rateBp: rate(values),
  }),
  'revenue share': (values, currency) => ({
    model: 'revenue share',
    rateBp: rate(values),
    pricePerMonth: price(values, 'price-per-month', currency),
  }),
  'retainer plus commission': (values, currency) => ({
    model: 'retainer plus commission',
    retainerPerMonth: price(values, 'retainer', currency),
    rateBp: rate(values),
  }),
  'ambassador ladder': (values, currency) => ({ model: 'ambassador ladder', rungs: rungsFrom(values, currency) }),
}
const models = Object.keys(readers) as Model[]

const price = (values: Values, name: string, currency: string) =>
  values.price(name, currency) ?? misused(`--${name} is needed with this model.`)
const number = (values: Values, name: string) => values.count(name) ?? misused(`--${name} is needed with this model.`)

function rate(values: Values): number {
  const basisPoints = values.percent('rate') ?? misused('--rate is needed with this model.')
  return basisPoints <= 10_000 ? basisPoints : misused(`--rate takes a percentage up to 100, not "${values.text('rate')}".`)
}

const compensation: WorkspaceCommand = {
  name: 'campaigns compensation',
  summary: 'Agrees what creators of a campaign are given',
  arguments: campaignAndCreators,
  options: {
    ...selectionOptions,
    model: { value: 'MODEL', note: 'how it is reckoned', choices: models, needed: true },
    fee: { value: 'AMOUNT', note: 'of a flat fee; in the campaign\'s currency unless written, such as "300 USD"' },
    posts: { value: 'N', note: 'how many posts are paid', kind: 'count' },
    'price-per-post': { value: 'AMOUNT', note: 'for each of them' },
    base: { value: 'AMOUNT', note: 'what a performance bonus comes on top of' },
    bonus: { value: 'AMOUNT', note: 'paid for every so many sales' },
    'every-sales': { value: 'N', note: 'how many sales earn the bonus once', kind: 'count', least: 1 },
    'product-value': { value: 'AMOUNT', note: 'what is given is worth' },
    rate: { value: 'PERCENT', note: 'commission or share of what is sold', kind: 'percent' },
    'price-per-month': { value: 'AMOUNT', note: 'what a subscriber pays, for a revenue share' },
    retainer: { value: 'AMOUNT', note: 'a month' },
    rung: { value: 'STEP', note: rungNote, many: true },
  },
  check: expectSelection,
  async run({ call, values, lookup }) {
    const model = values.oneOf('model', models) ?? misused('--model is needed.')
    const campaign = await call.campaigns.show({ id: await lookup.campaign(values.argument('CAMPAIGN')) })
    const ids = await lookup.collaborations(campaign.id, values.rest('CREATOR'))
    const answer = await call.campaigns.updateCollaborations({ ids, changes: { compensation: readers[model](values, campaign.currency) } })
    return { json: { ...answer, collaborationIds: ids }, text: `Agreed with ${counted(ids.length, 'creator')}.` }
  },
}

const stage: WorkspaceCommand = {
  name: 'campaigns stage',
  summary: 'Moves creators of a campaign on, and keeps their link and code',
  arguments: campaignAndCreators,
  options: {
    ...selectionOptions,
    stage: { value: 'STAGE', note: 'how far the collaboration is', choices: CollaborationStage.options },
    'tracking-link': { value: 'URL', note: 'by which their visitors are counted' },
    'discount-code': { value: 'CODE', note: 'by which their orders are known' },
    notes: { value: 'TEXT', note: 'anything else' },
  },
  check: expectSelection,
  needsOneOf: ['stage', 'tracking-link', 'discount-code', 'notes'],
  async run({ call, values, lookup }) {
    const changes = given({
      stage: values.oneOf('stage', CollaborationStage.options),
      trackingLink: values.text('tracking-link'),
      discountCode: values.text('discount-code'),
      notes: values.text('notes'),
    })
    const ids = await lookup.collaborations(values.argument('CAMPAIGN'), values.rest('CREATOR'))
    const answer = await call.campaigns.updateCollaborations({ ids, changes })
    return {
      json: { ...answer, collaborationIds: ids },
      text: answer.entryId ? `Changed ${counted(ids.length, 'creator')}.` : 'It was so already.',
    }
  },
}

export const collaborationCommands: readonly Command[] = [compensation, stage]
