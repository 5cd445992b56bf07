import { plainCell } from './cell-text.ts'
import { readDecimal, type NumberStyle } from './decimal-text.ts'
import { parseRate, type RateUnit } from './numbers.ts'

// One stray cell in ten may disagree before the column counts as mixed.
const LARGEST_MINORITY = 0.1

/**
 * How a column writes decimals, from its cells that can be read in one way only; undefined where none tells or they disagree.
 * A cell with a multiplier ("9.5K") doesn't vote: it says nothing about a bare "12.500" beside it.
 */
export function detectNumberStyle(samples: Iterable<string>): NumberStyle | undefined {
  let points = 0
  let commas = 0
  for (const sample of samples) {
    const vote = styleOf(plainCell(sample))
    if (vote === 'point') points++
    if (vote === 'comma') commas++
  }
  if (Math.min(points, commas) > (points + commas) * LARGEST_MINORITY) return undefined
  if (points === commas) return undefined
  return points > commas ? 'point' : 'comma'
}

function styleOf(text: string): NumberStyle | undefined {
  const start = text.search(/\d/)
  if (start === -1) return undefined
  const read = readDecimal(text, start, undefined, 'group')
  if (read === null || read.isAmbiguous || /^ ?\p{L}/u.test(text.slice(read.end))) return undefined
  const numeral = text.slice(start, read.end)
  const point = numeral.lastIndexOf('.')
  const comma = numeral.lastIndexOf(',')
  if (point === comma) return undefined
  const isLastAPoint = point > comma
  const isDecimal = read.scale > 0
  return isLastAPoint === isDecimal ? 'point' : 'comma'
}

// Fractions of small accounts lie around 0.05; a column whose middle is above this is more likely percent below one.
const HIGHEST_MIDDLE_FRACTION = 2_500

/**
 * Whether a column's rates without a % sign are fractions (0.042) or percent (4.2): fractions if none is above 1 and the middle one is at
 * most 0.25. Undefined where no cell tells.
 */
export function detectRateUnit(samples: Iterable<string>, style?: NumberStyle): RateUnit | undefined {
  const rates: number[] = []
  for (const sample of samples) {
    if (sample.includes('%')) continue
    const rate = parseRate(sample, style, 'fraction')
    if (rate.kind === 'value') rates.push(rate.value)
  }
  if (rates.length === 0) return undefined
  rates.sort((a, b) => a - b)
  const largest = rates.at(-1) ?? 0
  const middle = rates[Math.floor(rates.length / 2)] ?? 0
  return largest <= 10_000 && middle <= HIGHEST_MIDDLE_FRACTION ? 'fraction' : 'percent'
}
