import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparableName, isOneLetterAway, looseHandle, nearKeys, phoneKey } from '#src/shared/domain/likeness.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '김'), minLength: 8, maxLength: 14 })

/** Damerau–Levenshtein distance (optimal string alignment), written out as in the textbook. */
function distance(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)]
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)))
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((d[i - 1]?.[j] ?? 0) + 1, (d[i]?.[j - 1] ?? 0) + 1, (d[i - 1]?.[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (d[i - 2]?.[j - 2] ?? 0) + 1)
      ;(d[i] as number[])[j] = best
    }
  return d[a.length]?.[b.length] ?? 0
}

test('one letter away is distance 1, and what is one letter away is always found by a common key', () => {
  const changed = fc.tuple(letters, fc.nat(), fc.constantFrom('drop', 'add', 'change', 'swap')).map(([word, place, how]) => {
    const all = Array.from(word)
    const at = place % (all.length - 1)
    if (how === 'drop') return [word, all.toSpliced(at, 1).join('')] as const
    if (how === 'add') return [word, all.toSpliced(at, 0, 'z').join('')] as const
    if (how === 'change') return [word, all.toSpliced(at, 1, 'z').join('')] as const
    return [word, all.toSpliced(at, 2, all[at + 1] ?? '', all[at] ?? '').join('')] as const
  })
  fc.assert(
    fc.property(fc.oneof(changed, fc.tuple(letters, letters)), ([one, other]) => {
      const isLong = Array.from(one).length >= 8 && Array.from(other).length >= 8
      const isNear = isOneLetterAway(one, other)
      expect(isNear).toBe(isLong && distance(one, other) === 1)
      expect(isOneLetterAway(other, one)).toBe(isNear)
      expect(isNear && new Set(nearKeys(one)).isDisjointFrom(new Set(nearKeys(other)))).toBe(false)
    }),
  )
})

test.each([
  ['Martins, Ana', 'ana martins'],
  ['ANA Martíns ✿', 'ana martins'],
  ['Anna', null],
  ['김민지 서울맛집탐방', '김민지 서울맛집탐방'],
  ['Globetrotter', 'globetrotter'],
] as const)('the name %s is compared as %s', (name, key) => expect(comparableName(name)).toBe(key))

test('handles are compared by letters and digits, numbers by their last nine digits', () => {
  expect(['ana.cooks', 'Ana_Cooks', 'ana-cooks'].map(looseHandle)).toEqual(['anacooks', 'anacooks', 'anacooks'])
  expect(looseHandle('a.n.a')).toBeNull()
  expect(['+49 171 2345678', '0171/2345678', '0049 171 2345678'].map(phoneKey)).toEqual(
    ['712345678', '712345678', '712345678'].map(() => '712345678'),
  )
  expect(phoneKey('110')).toBeNull()
})
