import type { TierBand } from '#src/shared/domain/tiers.ts'
import { LINE } from '../creators/roster/columns.ts'
import type { Roster } from '../creators/roster/roster.ts'

/** Fewer than these say nothing about what is usual. */
const fewestPeers = 5

export interface Peers {
  /** The middle engagement of creators on this platform in this tier, in basis points; null where they are too few. */
  middleOf(platform: string | null, followers: number | null): number | null
  /** The same for a line of the roster. */
  middleAt(line: number): number | null
}

const kept = new WeakMap<Roster, { version: number; key: string; peers: Peers }>()

/** What engagement is usual, by platform and tier; worked out again only when the roster has changed. */
export function peersOf(roster: Roster, bands: readonly TierBand[]): Peers {
  const key = JSON.stringify(bands)
  const known = kept.get(roster)
  if (known?.version === roster.version && known.key === key) return known.peers
  const peers = readPeers(roster, bands)
  kept.set(roster, { version: roster.version, key, peers })
  return peers
}

function readPeers({ columns, words }: Roster, bands: readonly TierBand[]): Peers {
  const { state, followers, engagement, platform, size } = columns
  const groups = new Map<number, number[]>()
  for (let line = 0; line < size; line++) {
    if (state[line] !== LINE.active || (engagement[line] as number) < 0) continue
    const key = keyOf(platform[line] as number, followers[line] as number, bands)
    const group = groups.get(key)
    if (group) group.push(engagement[line] as number)
    else groups.set(key, [engagement[line] as number])
  }
  const middles = new Map([...groups].flatMap(([key, rates]) => (rates.length < fewestPeers ? [] : [[key, middle(rates)] as const])))
  const at = (code: number, count: number) => middles.get(keyOf(code, count, bands)) ?? null
  return {
    middleOf: (word, count) => (word === null || count === null ? null : at(words.platform.find(word), count)),
    middleAt: (line) => at(platform[line] as number, followers[line] as number),
  }
}

/** A platform and a band as one number; a band is told by its place. */
function keyOf(platform: number, followers: number, bands: readonly TierBand[]): number {
  let band = 0
  for (const { from } of bands) if (followers >= from) band++
  return platform * 16 + (Number.isNaN(followers) ? 15 : band)
}

function middle(rates: readonly number[]): number {
  const sorted = Int32Array.from(rates).sort()
  return sorted[sorted.length >> 1] as number
}
