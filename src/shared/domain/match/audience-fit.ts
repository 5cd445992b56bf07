import type { Audience, Shares } from './need.ts'

/** The share of an audience between two ages, both included, from shares by age group ("18-24", "65+"), in basis points. Of a group that
 *  lies partly within, as many of its years count. Null where no group can be read. */
export function shareOfAges(ages: Shares, from: number, to: number): number | null {
  let share = 0
  let isKnown = false
  for (const [label, bp] of Object.entries(ages)) {
    const group = ageGroup(label)
    if (group === null) continue
    isKnown = true
    const within = Math.min(to, group.to) - Math.max(from, group.from) + 1
    if (within > 0) share += (bp * within) / (group.to - group.from + 1)
  }
  return isKnown ? Math.round(share) : null
}

/** The open group "65+" reaches to here. */
const oldest = 84

function ageGroup(label: string): { from: number; to: number } | null {
  const found = /^\s*(\d{1,3})\s*(?:(?:-|–|to)\s*(\d{1,3})|\+)?\s*$/.exec(label)?.slice(1)
  if (!found) return null
  const from = Number(found[0])
  const to = found[1] === undefined ? (label.includes('+') ? Math.max(oldest, from) : from) : Number(found[1])
  return to < from ? null : { from, to }
}

/** How alike two audiences are, 0 to 1: the mean cosine of the dimensions known of both. Null where none is. */
export function likenessOfAudiences(one: Audience | null, other: Audience | null): { value: number; dimensions: string[] } | null {
  if (one === null || other === null) return null
  const dimensions = Object.keys(one).filter((dimension) => hasShares(one[dimension]) && hasShares(other[dimension]))
  if (dimensions.length === 0) return null
  const sum = dimensions.reduce((sum, dimension) => sum + cosine(one[dimension] ?? {}, other[dimension] ?? {}), 0)
  return { value: sum / dimensions.length, dimensions }
}

function hasShares(shares: Shares | undefined): boolean {
  return shares !== undefined && Object.values(shares).some((share) => share > 0)
}

/** Of two sets of weights, 0 to 1. */
export function cosine(one: Shares, other: Shares): number {
  const product = Object.entries(one).reduce((sum, [label, share]) => sum + share * (other[label] ?? 0), 0)
  return product === 0 ? 0 : Math.min(1, product / (lengthOf(one) * lengthOf(other)))
}

function lengthOf(shares: Shares): number {
  return Math.hypot(...Object.values(shares))
}
