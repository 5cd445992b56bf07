import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BASELINE,
  assistedConversions,
  creditPath,
  creditPaths,
  withinLookBack,
  type ConversionPath,
  type PathModel,
  type Touch,
} from '#src/shared/domain/attribution.ts'
import { creditByData, removalEffects } from '#src/shared/domain/data-driven.ts'

const DAY = 86_400_000
const models: readonly PathModel[] = ['first touch', 'last click', 'linear', 'time decay', 'position based']

// Capital letters are creators, small ones other sources; one touch a day.
function touchesOf(letters: string): Touch[] {
  return Array.from(letters, (channel, day) => ({ channel, isCreator: channel < 'a', at: day * DAY }))
}

function path(letters: string, valueMinor: number): ConversionPath {
  return { valueMinor, convertedAt: letters.length * DAY, touches: touchesOf(letters) }
}

function credits(letters: string, valueMinor: number, model: PathModel, halfLifeDays?: number): Record<string, number> {
  const shares = creditPath(path(letters, valueMinor), model, halfLifeDays)
  return Object.fromEntries(shares.map(({ channel, amountMinor }) => [channel, amountMinor]))
}

const anyPath = fc
  .record({
    valueMinor: fc.integer({ min: -1_000_000, max: 100_000_000 }),
    convertedAt: fc.nat(100 * DAY),
    touches: fc.array(fc.record({ channel: fc.constantFrom('A', 'B', 'C', 'google', 'mail'), at: fc.nat(100 * DAY) }), { maxLength: 12 }),
  })
  .map(({ touches, ...conversion }) => ({
    ...conversion,
    touches: touches.map((touch) => ({ ...touch, isCreator: touch.channel.length === 1 })),
  }))

describe('one path', () => {
  test('gives everything to the first touch, or to the last click', () => {
    expect(credits('ABg', 10_000, 'first touch')).toEqual({ A: 10_000 })
    expect(credits('ABg', 10_000, 'last click')).toEqual({ g: 10_000 })
  })

  test('is shared equally by touches when linear, odd cents to the first', () => {
    expect(credits('ABC', 10_000, 'linear')).toEqual({ A: 3_334, B: 3_333, C: 3_333 })
    expect(credits('AAB', 9_000, 'linear')).toEqual({ A: 6_000, B: 3_000 })
  })

  test('gives 40 %, 20 % and 40 % by position', () => {
    expect(credits('ABCD', 10_000, 'position based')).toEqual({ A: 4_000, B: 1_000, C: 1_000, D: 4_000 })
    expect(credits('ABC', 10_000, 'position based')).toEqual({ A: 4_000, B: 2_000, C: 4_000 })
    expect(credits('AB', 10_001, 'position based')).toEqual({ A: 5_001, B: 5_000 })
    expect(credits('A', 10_000, 'position based')).toEqual({ A: 10_000 })
  })

  test('halves a touch for every half-life before the last', () => {
    expect(credits('AB', 9_000, 'time decay', 1)).toEqual({ A: 3_000, B: 6_000 })
    expect(credits('ABC', 7_000, 'time decay', 1)).toEqual({ A: 1_000, B: 2_000, C: 4_000 })
    expect(credits('AB', 10_000, 'time decay', 1_000_000)).toEqual({ A: 5_000, B: 5_000 })
    expect(credits('AB', 10_000, 'time decay', 0.001)).toEqual({ B: 10_000 })
    expect(() => credits('AB', 1, 'time decay', 0)).toThrow(RangeError)
  })

  test('without a creator is baseline, whatever else touched it', () => {
    for (const model of models) {
      expect(credits('gm', 5_000, model)).toEqual({ [BASELINE]: 5_000 })
      expect(credits('', 5_000, model)).toEqual({ [BASELINE]: 5_000 })
    }
  })

  test('is read in the order of time, not of rows', () => {
    const shuffled = { ...path('ABC', 10_000), touches: touchesOf('ABC').toReversed() }
    for (const model of models) expect(creditPath(shuffled, model)).toEqual(creditPath(path('ABC', 10_000), model))
  })

  test('a refund takes back what the sale gave', () => {
    for (const model of models) {
      const sale = creditPath(path('ABCA', 10_001), model)
      const refund = creditPath(path('ABCA', -10_001), model)
      expect(refund.map(({ channel, amountMinor }) => ({ channel, amountMinor: 0 - amountMinor }))).toEqual(sale)
    }
  })
})

describe('credits', () => {
  test('are whole cents that sum exactly to the value, in every model', () => {
    fc.assert(
      fc.property(anyPath, fc.constantFrom(...models), fc.integer({ min: 1, max: 90 }), (conversion, model, halfLifeDays) => {
        const amounts = creditPath(conversion, model, halfLifeDays).map(({ amountMinor }) => amountMinor)
        expect(amounts.every((amount) => Number.isSafeInteger(amount))).toBe(true)
        expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(conversion.valueMinor)
      }),
    )
  })

  test('of many paths sum exactly too, data driven included', () => {
    fc.assert(
      fc.property(fc.array(anyPath, { maxLength: 20 }), (conversions) => {
        const value = conversions.reduce((sum, { valueMinor }) => sum + valueMinor, 0)
        for (const totals of [...models.map((model) => creditPaths(conversions, model)), creditByData(conversions)]) {
          expect([...totals.values()].reduce((sum, amount) => sum + amount, 0)).toBe(value)
          expect([...totals.values()].every((amount) => Number.isSafeInteger(amount))).toBe(true)
        }
      }),
    )
  })

  test('by data don’t depend on the order of the conversions', () => {
    fc.assert(
      fc.property(fc.array(anyPath, { minLength: 1, maxLength: 12 }), (conversions) => {
        expect(creditByData(conversions.toReversed())).toEqual(creditByData(conversions))
      }),
    )
  })
})

describe('data driven', () => {
  test('removal effects are those worked out by hand', () => {
    // start→A 2/3, start→B 1/3; A→B 1/2, A→lost 1/2; B→conversion: without A a third converts, without B nobody.
    const paths = [path('AB', 6_000), path('B', 4_000)]
    const effects = removalEffects(paths, [touchesOf('A')])
    expect(effects.map(({ channel }) => channel)).toEqual(['A', 'B'])
    expect(effects[0]?.effect).toBeCloseTo(1 / 2, 12)
    expect(effects[1]?.effect).toBeCloseTo(1, 12)
    expect(Object.fromEntries(creditByData(paths, [touchesOf('A')]))).toEqual({ A: 3_333, B: 6_667 })
  })

  test('agrees with walking the chain without the channel', () => {
    const letters = fc.string({ unit: fc.constantFrom('A', 'B', 'C', 'D'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 8 }), fc.array(letters, { maxLength: 8 }), (converted, lost) => {
        const withAll = conversionRateWithout(null, converted, lost)
        for (const { channel, effect } of removalEffects(
          converted.map((word) => path(word, 100)),
          lost.map(touchesOf),
        )) {
          expect(effect).toBeCloseTo(1 - conversionRateWithout(channel, converted, lost) / withAll, 6)
        }
      }),
    )
  })

  test('keeps conversions without a creator apart', () => {
    expect(Object.fromEntries(creditByData([path('A', 500), path('gg', 300), path('', 200)]))).toEqual({ A: 500, [BASELINE]: 500 })
    expect(Object.fromEntries(creditByData([path('g', 300)]))).toEqual({ [BASELINE]: 300 })
    expect(creditByData([]).size).toBe(0)
  })
})

/** The plain way: step through the chain until hardly anybody is left in it. */
function conversionRateWithout(removed: string | null, converted: readonly string[], lost: readonly string[]): number {
  const steps = new Map<string, Map<string, number>>()
  const count = (from: string, to: string) => {
    const row = steps.get(from) ?? new Map<string, number>()
    steps.set(from, row.set(to, (row.get(to) ?? 0) + 1))
  }
  const walk = (word: string, end: string) => {
    const places = ['start', ...Array.from(word), end]
    for (const [place, to] of places.slice(1).entries()) count(places[place] ?? '', to)
  }
  for (const word of converted) walk(word, 'won')
  for (const word of lost) walk(word, 'lost')
  let here = new Map([['start', 1]])
  let won = 0
  for (let step = 0; step < 2_000; step++) {
    const next = new Map<string, number>()
    for (const [from, share] of here) {
      const row = steps.get(from) ?? new Map<string, number>()
      const leaving = [...row.values()].reduce((sum, times) => sum + times, 0)
      for (const [to, times] of row) {
        if (to === 'won') won += (share * times) / leaving
        else if (to !== 'lost' && to !== removed) next.set(to, (next.get(to) ?? 0) + (share * times) / leaving)
      }
    }
    here = next
  }
  return won
}

describe('beside the credits', () => {
  test('a channel assists where it appears without being the last click', () => {
    expect(Object.fromEntries(assistedConversions([path('ABg', 1), path('AAB', 1), path('BA', 1), path('A', 1)]))).toEqual({ A: 2, B: 2 })
  })

  test('the look-back window leaves out touches before it and after the conversion', () => {
    const conversion = { ...path('ABCDE', 100), convertedAt: 3 * DAY }
    expect(withinLookBack(conversion, 2).touches.map(({ channel }) => channel)).toEqual(['B', 'C', 'D'])
  })
})
