import { UsageKind } from '#src/shared/contract/rates.ts'
import { platformOfWord } from '#src/shared/domain/platforms.ts'
import { exchangeRate } from '#src/shared/domain/rate-card/exchange.ts'
import { TIER_SETS } from '#src/shared/domain/tiers.ts'
import type { Command, WorkspaceCommand } from '../command.ts'
import { misused } from '../usage-error.ts'
import { given, type Values } from '../values.ts'
import { negotiationText, suggestionText } from './rate-words.ts'

const most = { kind: 'count', most: 120 } as const

const suggest: WorkspaceCommand = {
  name: 'rates suggest',
  summary: 'Suggests what a post of a creator costs, and what to answer to an ask',
  readsOnly: true,
  arguments: [{ name: 'CREATOR', note: 'id, @handle, PLATFORM:HANDLE or exact name' }],
  options: {
    platform: { value: 'PLATFORM', note: "the primary account's when left out" },
    format: { value: 'FORMAT', note: 'such as reel; any when left out' },
    set: { value: 'SET', note: "benchmark set; the workspace's when left out", choices: TIER_SETS.map(({ id }) => id) },
    usage: { value: 'KIND', note: 'what the brand may do with the post', choices: UsageKind.options },
    'usage-months': { value: 'N', note: 'how long; 1 when left out', least: 1, ...most },
    'exclusivity-months': { value: 'N', note: 'how long competitors are turned down', ...most },
    b2b: { note: 'for business customers' },
    niche: { note: 'an audience that few creators reach' },
    rush: { note: 'sooner than usual' },
    package: { value: 'N', note: 'posts agreed at once', kind: 'count', least: 1, most: 1000 },
    months: { value: 'N', note: 'of the partnership', ...most },
    currency: { value: 'CODE', note: "the workspace's when left out", kind: 'currency' },
    'usd-rate': { value: 'R', note: 'how many of the currency one US dollar is, such as 0.92' },
    'without-deals': { note: "leaves the agency's own past deals out" },
    ask: { value: 'AMOUNT', note: 'what the creator asks for one post; in the currency of the suggestion unless written' },
  },
  details:
    'Prices are those of the benchmark set, in US dollars, until enough deals of your own are on file.\n' +
    'Troupe works offline and knows no exchange rate: with --usd-rate it converts, without it the answer stays in dollars.\n' +
    'With --ask it also says what to counter and when to walk away.',
  check(values) {
    const rate = values.text('usd-rate')
    if (rate !== undefined && exchangeRate(rate) === null)
      misused(`--usd-rate takes how many of the currency one US dollar is, such as 0.92; not "${rate}".`)
    values.price('ask', 'USD')
  },
  async run({ call, values, lookup }) {
    const question = { creatorId: await lookup.creator(values.argument('CREATOR')), ...questionFrom(values) }
    const suggestion = await call.rates.suggest(question)
    const currency = suggestion.low?.currency ?? values.currency('currency') ?? (await call.workspace.settings({})).currency
    const ask = values.price('ask', currency)
    if (ask === undefined) return { json: suggestion, text: suggestionText(suggestion) }
    const answer = await call.rates.negotiate({ ...question, ask })
    return {
      json: { ...answer.suggestion, negotiation: answer.negotiation },
      text: `${suggestionText(answer.suggestion)}\n\n${negotiationText(answer.negotiation)}`,
    }
  },
}

function questionFrom(values: Values) {
  const platform = values.text('platform')
  return {
    isB2b: values.flag('b2b'),
    isNiche: values.flag('niche'),
    isRush: values.flag('rush'),
    off: values.flag('without-deals') ? ['deals'] : [],
    ...given({
      platform: platform === undefined ? undefined : (platformOfWord(platform) ?? platform),
      format: values.text('format'),
      setId: values.oneOf(
        'set',
        TIER_SETS.map(({ id }) => id),
      ),
      usage: values.oneOf('usage', UsageKind.options),
      usageMonths: values.count('usage-months'),
      exclusivityMonths: values.count('exclusivity-months'),
      posts: values.count('package'),
      months: values.count('months'),
      currency: values.currency('currency'),
      usdRate: values.text('usd-rate'),
    }),
  }
}

export const rateCommands: readonly Command[] = [suggest]
