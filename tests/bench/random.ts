/** A source of numbers that is the same in every run (mulberry32). */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** Whole, 0 ≤ x < below. */
  below(limit: number): number
  pick<Item>(items: readonly Item[]): Item
  /** Early items much more often than late ones, as platforms and countries are spread. */
  pickSkewed<Item>(items: readonly Item[]): Item
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    pickSkewed: (items) => items[Math.floor(next() ** 2.5 * items.length)] as (typeof items)[number],
  }
}
