import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseModifiers, type Circumstances, type ModifierEdits } from '#src/shared/domain/rate-card/circumstances.ts'
import { MODIFIERS, basisWords } from '#src/shared/domain/rate-card/modifiers.ts'
import { suggestRate } from '#src/shared/domain/rate-card/suggest.ts'
import { dollars, noEdits, plain, question } from './support.ts'

const chosen = (asked: Partial<Circumstances>, edits: ModifierEdits = noEdits) =>
  chooseModifiers({ ...plain, ...asked }, edits).flatMap(({ id, applies, isOff, totalBp }) => (applies && !isOff ? [[id, totalBp]] : []))
const factor = (id: string) => MODIFIERS.find((modifier) => modifier.id === id)?.factorBp ?? Number.NaN

describe('shipped modifiers', () => {
  test('keep the order the sources give: Instagram and YouTube over TikTok, Instagram and TikTok over Pinterest and LinkedIn', () => {
    for (const dear of ['instagram', 'youtube']) expect(factor(`platform:${dear}`)).toBeGreaterThan(factor('platform:tiktok'))
    for (const dear of ['instagram', 'tiktok'])
      for (const cheap of ['pinterest', 'linkedin']) expect(factor(`platform:${dear}`)).toBeGreaterThan(factor(`platform:${cheap}`))
  })

  test('put B2B between 20 and 30 % above consumer brands, the only figure the sources give', () => {
    expect(factor('b2b')).toBeGreaterThanOrEqual(12_000)
    expect(factor('b2b')).toBeLessThanOrEqual(13_000)
    expect(MODIFIERS.filter(({ basis }) => basis === 'figure').map(({ id }) => id)).toEqual(['b2b'])
  })

  test('make a longer partnership cheaper by the post, and each says what it rests on', () => {
    expect([factor('term:3'), factor('term:6'), factor('term:12')].toSorted((a, b) => b - a)).toEqual([9_500, 9_000, 8_500])
    for (const { id, basis, label, words } of MODIFIERS) {
      expect([id, label, words].every(Boolean)).toBe(true)
      expect(basisWords(basis)).toMatch(/Editable\.$/)
    }
    expect(new Set(MODIFIERS.map(({ id }) => id)).size).toBe(MODIFIERS.length)
  })
})

describe('which modifiers count', () => {
  test('nothing is asked: only the platform and the reposts that are usual', () => {
    expect(chosen({})).toEqual([
      ['platform:instagram', 10_000],
      ['usage:organic', 10_000],
    ])
  })

  test('months add up, and of a discount’s steps only the highest counts', () => {
    expect(chosen({ usage: 'whitelisting', usageMonths: 3, exclusivityMonths: 2, posts: 7, months: 8 })).toEqual([
      ['platform:instagram', 10_000],
      ['usage:whitelisting', 14_500],
      ['exclusivity', 12_000],
      ['package:6', 9_000],
      ['term:6', 9_000],
    ])
  })

  test('a platform or format that no source compares is there to be edited and moves nothing', () => {
    expect(chosen({ platform: 'bereal', platformLabel: 'BeReal', format: 'reel' })).toEqual([
      ['platform:bereal', 10_000],
      ['format:reel', 10_000],
      ['usage:organic', 10_000],
    ])
  })

  test('the agency’s factor replaces the shipped one and is named as the agency’s; what is off does not count', () => {
    const edits = { factorsBp: { b2b: 13_000, 'format:reel': 12_000 }, off: ['rush'] }
    const asked = { isB2b: true, isRush: true, format: 'reel' }
    const { steps } = suggestRate(question(31_623, null, { edits, asked }))
    expect(steps.map(({ id, after, source }) => [id, after, source.kind])).toEqual([
      ['followers', dollars(2_750), 'benchmark'],
      ['platform:instagram', dollars(2_750), 'sources'],
      ['format:reel', dollars(3_300), 'agency'],
      ['b2b', dollars(4_290), 'agency'],
      ['usage:organic', dollars(4_290), 'house'],
    ])
  })

  test('a factor never makes a price negative, whatever is edited', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 120 }), (factorBp, exclusivityMonths) => {
        const { range } = suggestRate(
          question(31_623, 350, { edits: { factorsBp: { exclusivity: factorBp }, off: [] }, asked: { exclusivityMonths } }),
        )
        expect(range?.suggested?.amountMinor).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
