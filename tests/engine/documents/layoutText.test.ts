import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printable, inlineValue } from '#src/main/engine/documents/text/clean.ts'
import { layoutText, textWidth } from '#src/main/engine/documents/text/layout.ts'
import { styles } from '#src/main/engine/documents/page/theme.ts'

const words = fc.array(
  fc.oneof(
    fc.constantFrom('contract', 'Škvorecký', 'محمد', '王小明', '김민지', '🌸', '(fee)', '12.50', '—'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  ),
  { maxLength: 30 },
)
const text = words.map((parts) => parts.join(' '))

function letters(content: string): string {
  return Array.from(content.replaceAll(/[\s\u2066-\u2069]/g, ''))
    .toSorted()
    .join('')
}

describe('lines of a paragraph', () => {
  test('are never wider than the column', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 100, max: 400 }), (content, width) => {
        for (const line of layoutText(content, styles.body, width)) expect(line.width).toBeLessThanOrEqual(width + 0.5)
      }),
      { numRuns: 300 },
    )
  })

  test('hold every printable character of the paragraph, each once', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 300 }), (content, width) => {
        const set = layoutText(content, styles.body, width)
          .flatMap((line) => line.runs.map((run) => run.meant))
          .join('')
        expect(letters(set)).toBe(letters(printable(content)))
      }),
      { numRuns: 300 },
    )
  })

  test('break at an explicit line end, and an empty paragraph is one empty line', () => {
    expect(layoutText('one\ntwo', styles.body, 400).map((line) => line.runs.map((run) => run.shown).join(''))).toEqual(['one', 'two'])
    expect(layoutText('', styles.body, 400)).toEqual([{ runs: [], width: 0 }])
  })

  test('a right-to-left word is drawn to the left of what precedes it in a right-to-left name', () => {
    const [line] = layoutText(inlineValue('محمد 王小明'), styles.body, 400)
    expect(line?.runs.map((run) => run.meant.trim())).toEqual(['王小明', 'محمد'])
  })

  test('letters the shaper breaks on are set all the same', () => {
    for (const letter of ['ڢ', 'ݠ', '\u0610', ' \u0301', '\u06D6']) expect(layoutText(`م${letter}م`, styles.body, 400)).toHaveLength(1)
  })

  test('a wider text is wider', () => {
    expect(textWidth('Harbour Lane', styles.body)).toBeLessThan(textWidth('Harbour Lane Agency', styles.body))
    expect(textWidth('Harbour', { ...styles.body, size: 20 })).toBeCloseTo(textWidth('Harbour', { ...styles.body, size: 10 }) * 2, 6)
  })
})

describe('values from outside', () => {
  test('show ornamental letters as the plain ones they stand for', () => {
    expect(printable('𝓕𝓪𝓷𝓬𝔂 𝕮𝖍𝖊𝖋 𝟐𝟎𝟐𝟔 Ⓐ½')).toBe('Fancy Chef 2026 Ⓐ½')
  })

  test('lose what a page cannot show and keep everything else', () => {
    expect(printable('A\u0000\u0007na\tM\u00ADartins\r\nLisboa\uFEFF')).toBe('Ana Martins\nLisboa')
    expect(inlineValue('  Rua das Flores 12\nLisboa ')).toBe('Rua das Flores 12, Lisboa')
    expect(inlineValue('محمد')).toBe('\u2068محمد\u2069')
    expect(inlineValue('Ana\u202E\u2067evil')).toBe('Anaevil')
  })
})
