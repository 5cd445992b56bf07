import { apportion } from './apportion.ts'
import { BASELINE, hasCreator, inOrder, type ConversionPath, type Touch } from './attribution.ts'
import { inverse } from './matrix.ts'

export type RemovalEffect = { readonly channel: string; readonly effect: number }

/** Where the paths lead, as a first-order Markov chain: the probability of each step from where one is. */
type Steps = {
  readonly channels: readonly string[]
  readonly fromStart: Float64Array
  /** Row: from, column: to. */
  readonly between: Float64Array
  readonly toConversion: Float64Array
}

// Removal effects are fractions; credits are exact because they are shared out by whole weights.
const WHOLE_WEIGHT = 2 ** 40

/**
 * Data-driven attribution by removal effect: the share of conversions that would be lost if a channel's touches led nowhere, in the Markov
 * chain (first order) of all paths. The value of all conversions with a creator among their touches is shared out in proportion; the rest
 * is `BASELINE`. `lost` are the paths that led to no conversion, where known. Credits sum exactly to the value of all conversions.
 */
export function creditByData(paths: readonly ConversionPath[], lost: readonly (readonly Touch[])[] = []): Map<string, number> {
  const touched = paths.filter(hasCreator)
  const credits = new Map<string, number>()
  if (touched.length > 0) {
    const effects = removalEffects(touched, lost)
    const shares = apportion(
      totalValue(touched),
      effects.map(({ effect }) => Math.round(effect * WHOLE_WEIGHT)),
    )
    for (const [place, { channel }] of effects.entries()) credits.set(channel, shares[place] ?? 0)
  }
  if (touched.length < paths.length) credits.set(BASELINE, totalValue(paths) - totalValue(touched))
  return credits
}

/**
 * The removal effect of each channel, 0 to 1, by channel name. With the fundamental matrix N of the chain, a path comes by channel c with
 * probability (start · N)c ÷ Ncc, so that one inverse answers for all channels at once.
 */
export function removalEffects(paths: readonly ConversionPath[], lost: readonly (readonly Touch[])[] = []): RemovalEffect[] {
  const { channels, fromStart, between, toConversion } = countSteps(
    paths.map(({ touches }) => touches),
    lost,
  )
  const size = channels.length
  const chain = between.map((share, place) => (Math.floor(place / size) === place % size ? 1 : 0) - share)
  const visits = inverse(chain, size)
  const converts = channels.map((_, from) => sumOver(size, (by) => at(visits, from * size + by) * at(toConversion, by)))
  const convertsAtAll = sumOver(size, (first) => at(fromStart, first) * (converts[first] ?? 0))
  return channels.map((channel, place) => {
    const visited = sumOver(size, (first) => at(fromStart, first) * at(visits, first * size + place)) / at(visits, place * size + place)
    return { channel, effect: convertsAtAll > 0 ? (visited * (converts[place] ?? 0)) / convertsAtAll : 0 }
  })
}

function countSteps(converted: readonly (readonly Touch[])[], lost: readonly (readonly Touch[])[]): Steps {
  // By name, not by arrival: the order of the rows in a file must not move a cent.
  const channels = [...namesIn(converted, lost)].sort()
  const size = channels.length
  const places = new Map(channels.map((channel, place) => [channel, place]))
  const fromStart = new Float64Array(size)
  const between = new Float64Array(size * size)
  const toConversion = new Float64Array(size)
  const leaving = new Float64Array(size)
  const walk = (touches: readonly Touch[], end: Float64Array | null) => {
    let from: number | null = null
    for (const { channel } of inOrder(touches)) {
      const to = places.get(channel) ?? 0
      if (from === null) add(fromStart, to)
      else add(between, from * size + to)
      add(leaving, to)
      from = to
    }
    if (from !== null && end !== null) add(end, from)
  }
  for (const touches of converted) walk(touches, toConversion)
  for (const touches of lost) walk(touches, null)
  const starts = fromStart.reduce((sum, count) => sum + count, 0)
  return {
    channels,
    fromStart: fromStart.map((count) => count / starts),
    between: between.map((count, place) => count / at(leaving, Math.floor(place / size))),
    toConversion: toConversion.map((count, from) => count / at(leaving, from)),
  }
}

function namesIn(...lists: readonly (readonly (readonly Touch[])[])[]): Set<string> {
  const names = new Set<string>()
  for (const paths of lists) for (const touches of paths) for (const { channel } of touches) names.add(channel)
  return names
}

function add(counts: Float64Array, place: number): void {
  counts[place] = at(counts, place) + 1
}

function totalValue(paths: readonly ConversionPath[]): number {
  return paths.reduce((sum, { valueMinor }) => sum + valueMinor, 0)
}

function sumOver(size: number, term: (place: number) => number): number {
  let sum = 0
  for (let place = 0; place < size; place++) sum += term(place)
  return sum
}

function at(values: Float64Array, place: number): number {
  return values[place] ?? 0
}
