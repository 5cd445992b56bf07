import { priceBenchmark, type PriceBenchmark } from '../benchmarks.ts'
import { formatMoney, money, type Money } from '../money.ts'
import { roundHalfUp, toSafeInteger } from '../rational.ts'
import { tierOf, tierSet, type AccountTier, type TierBand, type TierSet } from '../tiers.ts'
import { bandStart, followersBringing } from './peers.ts'
import type { Missing, PriceRange, Step } from './types.ts'

/** The account a price is for. Unknown is null. */
export type PricedAccount = { readonly followers: number | null; readonly interactions: number | null; readonly platform: string }

/** What a benchmark set says of an account: its price range, the place in it, and how that came about. */
export type BasePrice = {
  /** By the set's own bands, because its prices are for them. */
  readonly tier: AccountTier | null
  readonly range: PriceRange | null
  readonly steps: readonly Step[]
  readonly missing: readonly Missing[]
}

type Place = { readonly benchmark: PriceBenchmark; readonly band: TierBand; readonly positionBp: number | null }

/**
 * The price of one post in US dollars by one benchmark set (facts.md §3): first by followers, from the logarithm of their number between
 * the tier's bounds, then by engagement, at the followers who usually bring as many interactions. Engagement alone never pays more than
 * the upper end of the account's own tier; it may well pay less than its lower end. Throws a RangeError for a set that does not exist.
 */
export function basePrice(setId: string, { followers, interactions, platform }: PricedAccount): BasePrice {
  const set = tierSet(setId)
  if (set === null) throw new RangeError(`"${setId}" is not a benchmark set.`)
  if (followers === null) return unknown(null, 'followers', 'How many followers the account has is not known.')
  const tier = tierOf(followers, set.bands)
  if (tier === 'below nano') return unknown(tier, 'tier', `${named(set)} gives no price under ${count(lowest(set))} followers.`)
  const byFollowers = placeAt(followers, set)
  const peers = interactions === null ? null : followersBringing(interactions, setId, platform)
  const place = peers === null ? byFollowers : placeByPeers(peers, tier, set)
  if (place === null) return unknown(tier, 'price', `${named(set)} gives no price for ${ofTier(tier, followers)}.`)
  const missing: Missing[] = peers === null ? [withoutEngagement(interactions, set)] : []
  if (place.positionBp === null) {
    missing.push({ about: 'position', text: `${named(set)} gives ${place.band.tier} no upper bound, so only the range is known.` })
    return { tier, range: rangeOf(place, null), steps: [], missing }
  }
  const steps = stepsTo(place, { byFollowers, followers, peers, interactions, set })
  return { tier, range: rangeOf(place, steps.at(-1)?.after ?? null), steps, missing }
}

function placeByPeers(peers: number, tier: AccountTier | null, set: TierSet): Place | null {
  const own = set.bands.find((band) => band.tier === tier)
  if (own && own.to !== null && peers >= own.to) return placeIn(own, 10_000, set)
  return placeAt(Math.max(peers, lowest(set)), set)
}

function placeAt(followers: number, set: TierSet): Place | null {
  const tier = tierOf(followers, set.bands)
  const band = set.bands.find((one) => one.tier === tier)
  return band ? placeIn(band, positionIn(followers, band), set) : null
}

function placeIn(band: TierBand, positionBp: number | null, set: TierSet): Place | null {
  const benchmark = priceBenchmark(set.id, band.tier)
  return benchmark && { benchmark, band, positionBp: benchmark.high === null ? null : positionBp }
}

/** Where followers stand between a band's bounds by orders of size, in basis points; null in a band without an upper bound. */
function positionIn(followers: number, band: TierBand): number | null {
  const start = bandStart(band)
  if (band.to === null) return null
  if (followers <= start) return 0
  return Math.min(10_000, Math.round((10_000 * Math.log(followers / start)) / Math.log(band.to / start)))
}

interface Way {
  byFollowers: Place | null
  followers: number
  peers: number | null
  interactions: number | null
  set: TierSet
}

function stepsTo(place: Place, { byFollowers, followers, peers, interactions, set }: Way): Step[] {
  const source = { kind: 'benchmark', text: `${named(set)}: ${set.source}` } as const
  const first = byFollowers === null ? null : priceAt(byFollowers)
  const steps: Step[] = []
  if (byFollowers !== null && first !== null) {
    const place = `${share(byFollowers)} of the way through ${bounds(byFollowers)}`
    const words = `${count(followers)} followers stand at ${place}, by orders of size.`
    steps.push(stepTo('followers', 'Place in the tier', words, byFollowers.benchmark.low, first, source))
  }
  const after = priceAt(place)
  if (peers === null || interactions === null || after === null) return steps
  const usual = `${count(interactions)} interactions a post are what peers with ${count(peers)} followers usually bring`
  const words = `${usual}: ${share(place)} through ${bounds(place)}.`
  return [...steps, stepTo('engagement', 'Engagement against peers', words, first ?? place.benchmark.low, after, source)]
}

function stepTo(id: string, label: string, words: string, before: Money, after: Money, source: Step['source']): Step {
  return { id, label, words, before, factor: { numerator: after.amountMinor, denominator: before.amountMinor }, after, source }
}

function priceAt({ benchmark: { low, high }, positionBp }: Place): Money | null {
  if (high === null || positionBp === null) return null
  const rise = roundHalfUp(BigInt(high.amountMinor - low.amountMinor) * BigInt(positionBp), 10_000n)
  return money(low.amountMinor + toSafeInteger(rise), low.currency)
}

function rangeOf({ benchmark: { low, high } }: Place, suggested: Money | null): PriceRange {
  return { low, suggested, high }
}

function unknown(tier: AccountTier | null, about: Missing['about'], text: string): BasePrice {
  return { tier, range: null, steps: [], missing: [{ about, text }] }
}

function withoutEngagement(interactions: number | null, set: TierSet): Missing {
  const text =
    interactions === null
      ? 'The engagement is not known, so the price goes by followers alone.'
      : `${named(set)} gives no engagement to compare with, so the price goes by followers alone.`
  return { about: 'engagement', text }
}

function named({ id, label }: TierSet): string {
  return `${label} (${id})`
}

function lowest({ bands }: TierSet): number {
  return bands[0] ? bandStart(bands[0]) : 0
}

function ofTier(tier: AccountTier | null, followers: number): string {
  return tier === null ? `accounts of ${count(followers)} followers` : `a ${tier} account of ${count(followers)} followers`
}

function bounds({ band, benchmark: { low, high } }: Place): string {
  const prices = high === null ? `from ${show(low)}` : `${show(low)} to ${show(high)}`
  return `${band.tier} (${count(band.from)} to ${band.to === null ? 'any number' : count(band.to)} followers, ${prices})`
}

function share({ positionBp }: Place): string {
  return `${Math.round((positionBp ?? 0) / 100)} %`
}

function show(amount: Money): string {
  return formatMoney(amount, 'en-US', 'code')
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}
