import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as FontKit from 'fontkit'
import type { Font } from 'fontkit'

/** The weights text is set in. A family without the weight falls back to its regular. */
export type Weight = 'regular' | 'bold' | 'italic'

/** One font family of the fallback chain. */
export type Family = 'sans' | 'arabic' | 'hebrew' | 'sc' | 'kr' | 'emoji'

/** The chain in its order; the first family that covers a grapheme sets it. */
export const families: readonly Family[] = ['sans', 'arabic', 'hebrew', 'sc', 'kr', 'emoji']

/** Those that are read from right to left. */
export const rightToLeft: ReadonlySet<Family> = new Set(['arabic', 'hebrew'])

const files: Record<Family, Partial<Record<Weight, string>> & { regular: string }> = {
  sans: {
    regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
    italic: '@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  },
  arabic: {
    regular: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
  },
  hebrew: {
    regular: '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf',
  },
  sc: {
    regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
  },
  kr: {
    regular: '@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-kr/600SemiBold/NotoSansKR_600SemiBold.ttf',
  },
  emoji: { regular: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf' },
}

// Not called `require`: the bundler puts a constant of that name into every module that speaks of it. What reads fonts is loaded with the
// first of them; the engine seldom needs one.
const packages = createRequire(import.meta.url)
const parsed = new Map<string, Font>()

/** A font file of the chain, read and parsed once per process (or worker) and shared by every document:
 *  parsing it anew for each document is what makes pdfkit slow. */
export function parsedFont(family: Family, weight: Weight): Font {
  const file = files[family][weight] ?? files[family].regular
  const known = parsed.get(file)
  if (known) return known
  const { create } = packages('fontkit') as typeof FontKit
  const font = create(readFileSync(packages.resolve(file)))
  if (!('layout' in font)) throw new Error(`${file} is a font collection, not a font.`)
  parsed.set(file, font)
  return font
}

/** The weight `family` really has for `weight`, so that one file is embedded once per document. */
export function weightOf(family: Family, weight: Weight): Weight {
  return files[family][weight] ? weight : 'regular'
}
