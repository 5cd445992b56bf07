import type { TextStyle } from '../text/layout.ts'

/** Paper sizes, in points (1/72 inch). */
export const paper = {
  A4: { width: 595.28, height: 841.89 },
  Letter: { width: 612, height: 792 },
} as const

export type PageSize = keyof typeof paper

/** Space left free around the text, in points. The head and foot of each page stand inside the top and bottom margins. */
export const margins = { left: 62, right: 62, top: 74, bottom: 70 } as const

export const colours = {
  ink: '#1b2230',
  soft: '#566072',
  rule: '#d5dae1',
  tint: '#f4f6f8',
  /** Behind what still has to be filled in. */
  open: '#fdeeb5',
  accent: '#24507a',
} as const

/** Text styles of all documents; sizes in points. */
export const styles = {
  title: { size: 21, leading: 27, weight: 'bold', colour: colours.ink },
  subtitle: { size: 10.5, leading: 15, weight: 'regular', colour: colours.soft },
  heading: { size: 11, leading: 15.5, weight: 'bold', colour: colours.ink },
  body: { size: 9.6, leading: 14.6, weight: 'regular', colour: colours.ink },
  small: { size: 8.2, leading: 11.6, weight: 'regular', colour: colours.soft },
  label: { size: 7.6, leading: 11, weight: 'bold', colour: colours.soft },
  cell: { size: 9, leading: 13, weight: 'regular', colour: colours.ink },
  name: { size: 11, leading: 15, weight: 'bold', colour: colours.ink },
} as const satisfies Record<string, TextStyle>

/** `accent` if white text can be read on it and it can be read on white (contrast 4.5:1, WCAG 2.2), else the house colour. */
export function readableAccent(accent: string | undefined): string {
  if (!accent || !/^#[0-9a-f]{6}$/i.test(accent)) return colours.accent
  return 1.05 / (luminance(accent) + 0.05) >= 4.5 ? accent : colours.accent
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
