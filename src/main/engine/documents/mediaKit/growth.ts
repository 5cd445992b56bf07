import { filled, shortDate, signedNumber, wholeNumber, type KitLabels } from './labels.ts'
import type { KitPoint, MediaKit } from './types.ts'

/** A follower history that can be drawn: at least two days, oldest first, with what it says in words. */
export interface GrowthStory {
  points: KitPoint[]
  first: KitPoint
  last: KitPoint
  title: string
  /** The whole in a sentence, for those who cannot see it. */
  sentence: string
  /** "+7,150 in 77 days" */
  change: string
}

/** Null where there is no history to speak of. */
export function growthStory({ growth, language }: Pick<MediaKit, 'growth' | 'language'>, labels: KitLabels): GrowthStory | null {
  const points = (growth?.points ?? []).toSorted((a, b) => a.on.localeCompare(b.on))
  const [first, last] = [points[0], points.at(-1)]
  if (!growth || !first || !last || first.on === last.on) return null
  const days = Math.round((Date.parse(last.on) - Date.parse(first.on)) / 86_400_000)
  const { platform } = growth
  return {
    points,
    first,
    last,
    title: filled(labels.growth, { platform }),
    sentence: filled(labels.growthText, {
      platform,
      from: wholeNumber(first.followers, language),
      to: wholeNumber(last.followers, language),
      start: shortDate(first.on, language),
      end: shortDate(last.on, language),
    }),
    change: filled(labels.change, { change: signedNumber(last.followers - first.followers, language), days: String(days) }),
  }
}

export interface Scale {
  x(point: KitPoint): number
  y(followers: number): number
  ticks: number[]
}

/** Places points in a box whose y grows downwards. */
export function scaleFor(points: readonly KitPoint[], box: { left: number; right: number; top: number; bottom: number }): Scale {
  const times = points.map(({ on }) => Date.parse(on))
  const [start, end] = [Math.min(...times), Math.max(...times)]
  const counts = points.map(({ followers }) => followers)
  const ticks = ticksFor(Math.min(...counts), Math.max(...counts))
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  return {
    x: ({ on }) => box.left + ((Date.parse(on) - start) / (end - start)) * (box.right - box.left),
    y: (followers) => box.bottom - ((followers - low) / (high - low)) * (box.bottom - box.top),
    ticks,
  }
}

/** Three to five round numbers that enclose the values. */
function ticksFor(low: number, high: number): number[] {
  const span = Math.max(high - low, high * 0.02, 4)
  const power = 10 ** Math.floor(Math.log10(span / 3))
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((size) => span / size <= 3.5) ?? power * 10)
  const first = Math.max(0, Math.floor(low / step) * step)
  const ticks = [first]
  while ((ticks.at(-1) ?? 0) < high) ticks.push((ticks.at(-1) ?? 0) + step)
  return ticks.length > 1 ? ticks : [first, first + step]
}
