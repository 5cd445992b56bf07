import { apportion } from './apportion.ts'

/** One contact before a conversion. `channel` is a creator's id, or a source such as "google / cpc"; `at` is in milliseconds since 1970. */
export type Touch = { readonly channel: string; readonly isCreator: boolean; readonly at: number }

/** A conversion, its value in minor units (all paths in one currency), and the touches that led to it, in any order. */
export type ConversionPath = { readonly valueMinor: number; readonly convertedAt: number; readonly touches: readonly Touch[] }

/** The models that judge each path by itself; "data driven" looks at all of them (see `data-driven.ts`). */
export type PathModel = 'first touch' | 'last click' | 'linear' | 'time decay' | 'position based'

/** A share of a conversion's value, in minor units. */
export type Credit = { readonly channel: string; readonly amountMinor: number }

/** The channel of conversions that no creator had touched: kept apart, credited to nobody. */
export const BASELINE = 'baseline'

const DAY = 86_400_000
const DEFAULT_HALF_LIFE_DAYS = 7
// Weights are whole numbers, so that credits are exact; 30 bits keep far more than a cent apart.
const WHOLE_WEIGHT = 2 ** 30

/**
 * Shares the value of one conversion out among the channels of its path; the credits are whole minor units and sum exactly to the value
 * (largest remainder, ties to the channel touched first). Touches by others than creators take their share too; without a creator
 * among them the whole value is `BASELINE`. Time decay halves a touch's weight for every `halfLifeDays` before the last one; position
 * based gives 40 % to the first, 40 % to the last, 20 % to those between (half each for two). Throws a RangeError for a half-life of 0 or
 * less.
 */
export function creditPath(path: ConversionPath, model: PathModel, halfLifeDays = DEFAULT_HALF_LIFE_DAYS): Credit[] {
  if (!(halfLifeDays > 0)) throw new RangeError('The half-life must be longer than nothing.')
  if (!hasCreator(path)) return [{ channel: BASELINE, amountMinor: path.valueMinor }]
  const touches = inOrder(path.touches)
  const channels: string[] = []
  const weights: number[] = []
  for (const [place, touch] of touches.entries()) {
    const weight = weightOf(model, place, touches, halfLifeDays)
    const known = channels.indexOf(touch.channel)
    if (known !== -1) weights[known] = (weights[known] ?? 0) + weight
    else if (weight > 0) weights[channels.push(touch.channel) - 1] = weight
  }
  return apportion(path.valueMinor, weights).map((amountMinor, place) => ({ channel: channels[place] ?? BASELINE, amountMinor }))
}

/** The credits of many paths by channel; they sum exactly to the value of all conversions. */
export function creditPaths(paths: Iterable<ConversionPath>, model: PathModel, halfLifeDays = DEFAULT_HALF_LIFE_DAYS): Map<string, number> {
  const totals = new Map<string, number>()
  for (const path of paths) {
    for (const { channel, amountMinor } of creditPath(path, model, halfLifeDays)) {
      totals.set(channel, (totals.get(channel) ?? 0) + amountMinor)
    }
  }
  return totals
}

function weightOf(model: PathModel, place: number, touches: readonly Touch[], halfLifeDays: number): number {
  const last = touches.length - 1
  switch (model) {
    case 'first touch':
      return place === 0 ? 1 : 0
    case 'last click':
      return place === last ? 1 : 0
    case 'linear':
      return 1
    case 'time decay': {
      const age = (touches[last]?.at ?? 0) - (touches[place]?.at ?? 0)
      return Math.round(WHOLE_WEIGHT * 2 ** (-age / (halfLifeDays * DAY)))
    }
    case 'position based':
      if (touches.length <= 2) return 1
      return place === 0 || place === last ? 2 * (touches.length - 2) : 1
  }
}

/** Conversions in whose path a channel appears without being the last click, by channel. */
export function assistedConversions(paths: Iterable<ConversionPath>): Map<string, number> {
  const assists = new Map<string, number>()
  for (const path of paths) {
    const touches = inOrder(path.touches)
    const last = touches.at(-1)?.channel
    for (const channel of new Set(touches.map((touch) => touch.channel))) {
      if (channel !== last) assists.set(channel, (assists.get(channel) ?? 0) + 1)
    }
  }
  return assists
}

/** The path with only the touches of its look-back window: at most `days` before the conversion, none after it. */
export function withinLookBack(path: ConversionPath, days: number): ConversionPath {
  const from = path.convertedAt - days * DAY
  return { ...path, touches: path.touches.filter(({ at }) => at >= from && at <= path.convertedAt) }
}

export function hasCreator({ touches }: ConversionPath): boolean {
  return touches.some(({ isCreator }) => isCreator)
}

/** The touches from first to last; those of the same moment stay as they came. */
export function inOrder(touches: readonly Touch[]): readonly Touch[] {
  const isSorted = touches.every((touch, place) => place === 0 || (touches[place - 1]?.at ?? 0) <= touch.at)
  return isSorted ? touches : touches.toSorted((a, b) => a.at - b.at)
}
