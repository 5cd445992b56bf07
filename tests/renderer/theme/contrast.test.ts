import { expect, test } from 'vitest'
import { accent, green, red, schemes } from '#src/renderer/theme/palette.ts'

/** Relative luminance and contrast, WCAG 2.2. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [r = 0, g = 0, b = 0] = channels.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['ground', 'aside', 'raised', 'hover', 'selected', 'field'] as const
const texts = ['text', 'soft', 'accentText', 'good', 'warn', 'bad'] as const

test.each(['light', 'dark'] as const)('%s: every text on every ground has a contrast of 4.5:1 or more', (name) => {
  const scheme = schemes[name]
  const weak = texts.flatMap((text) =>
    grounds.filter((ground) => contrast(scheme[text], scheme[ground]) < 4.5).map((ground) => `${text} on ${ground}`),
  )
  expect(weak).toEqual([])
})

test.each(['light', 'dark'] as const)('%s: words on chips and on status grounds can be read', (name) => {
  const { text, soft, chip, segment, good, goodGround, warn, warnGround, bad, badGround, accentText, accentGround } = schemes[name]
  const pairs = {
    text: [text, chip],
    soft: [soft, chip],
    segment: [text, segment],
    good: [good, goodGround],
    warn: [warn, warnGround],
    bad: [bad, badGround],
    accent: [accentText, accentGround],
  }
  expect(
    Object.entries(pairs)
      .filter(([, [a = '', b = '']]) => contrast(a, b) < 4.5)
      .map(([pair]) => pair),
  ).toEqual([])
})

test('white on a filled button can be read', () => {
  expect([accent, red, green].map((shades) => contrast('#ffffff', shades[6] ?? '')).every((ratio) => ratio >= 4.5)).toBe(true)
})
