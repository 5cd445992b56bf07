import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '#src/shared/domain/fold.ts'
import { initials, nameKey } from '#src/shared/domain/names.ts'

describe('folding', () => {
  test.each([
    ['José  PÉREZ', 'jose perez'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['Søren Ærø', 'soren aero'],
    ['Straße', 'strasse'],
    ['İSTANBUL', 'istanbul'],
    ['Ёлка', 'елка'],
    ['Άννα', 'αννα'],
    ['한소희', '한소희'],
    ['ガール', 'ガール'],
    ['ＡＮＡ', 'ana'],
    ['𝓐𝓷𝓪', 'ana'],
    ['हिन्दी', 'हिन्दी'],
    ['أحمد', 'احمد'],
    ['\tAna\n Lima ', 'ana lima'],
  ])('%s is found as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  test('of Latin letters is the same beside letters of other scripts', () => {
    const letter = fc.integer({ min: 0x20, max: 0x17f }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(fc.string({ unit: letter }), (text) => {
        expect(foldText(`a${text}b 中`)).toBe(`${foldText(`a${text}b`)} 中`)
      }),
      { numRuns: 2_000 },
    )
  })

  test('of folded text changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the key of a name', () => {
  test('is the same for spellings of one name', () => {
    expect(nameKey('T-Series')).toBe(nameKey('t series ✿'))
    expect(nameKey('Wanna🥊')).toBe('wanna')
    expect(nameKey("O'Brien")).toBe(nameKey('O’Brien'))
    expect(nameKey('Ana M. Lima')).toBe('ana m lima')
    expect(nameKey('Ana')).not.toBe(nameKey('Anna'))
  })

  test('is never lost, even where a name is nothing but emoji', () => {
    expect(nameKey('🥊🥊')).toBe('🥊🥊')
  })
})

describe('initials', () => {
  test.each([
    ['Ana Lima', 'AL'],
    ['ana maria de lima', 'AL'],
    ['Cher', 'C'],
    ['김우빈', '김'],
    ['Hakken 八犬', 'H八'],
    ['Łukasz Żak', 'ŁŻ'],
    ['José', 'J'],
    ['É́lan', 'É́'],
    ['@ana_lima', 'AL'],
    ['✿ Kids Maya Show', 'KS'],
    ['433', '4'],
    ['🥊', '🥊'],
    ['👩‍👩‍👧‍👦 family', 'F'],
    ['हिन्दी', 'हि'],
    ['', '?'],
    ['   ', '?'],
    ["O'Brien", 'O'],
    ['straße', 'S'],
    ['ﬀ', 'F'],
  ])('of %j are %s', (name, expected) => {
    expect(initials(name)).toBe(expected.normalize('NFC'))
  })

  test('are whole graphemes: two at most', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        expect([1, 2]).toContain([...graphemes.segment(initials(name))].length)
      }),
    )
  })
})
