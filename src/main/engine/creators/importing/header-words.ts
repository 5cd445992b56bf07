import { currencyOfSign } from '#src/shared/domain/currencies.ts'
import { multiplierPower } from '#src/shared/domain/multipliers.ts'
import { platformOfWord } from '#src/shared/domain/platforms.ts'
import { foldLabel } from '../../exchange/tables/fold.ts'
import { averageWords, exactHeaders, fieldOf, headerFields, noiseWords, priceFormats, totalWords } from './header-data.ts'
import type { HeaderField } from './header-data.ts'

/** What a header says by its words alone. */
export interface HeaderMeaning {
  field: string
  platform: string | null
  format: string | null
  currency: string | null
  /** A sign that several currencies share and none leads, such as “kr”. */
  sign: string | null
  /** Power of ten of a unit such as “(millions)” or “in Tsd.”. */
  power: number
  /** Of likes, comments, views, shares and saves: whether the header says average; where it says nothing, the figures decide. */
  isAverage: boolean
  /** Not only a part of the header is known. */
  isExact: boolean
}

const cache = new Map<string, HeaderMeaning | null>()
const longestHeader = 80
const mostKept = 5000
/** A longer text in which a known word occurs is a sentence, not a header. */
const mostWords = 7

/** Reads a header in any language of resources/imports/headers.json; null where no word of it is known. */
export function meaningOfHeader(header: string): HeaderMeaning | null {
  if (header.length > longestHeader) return null
  const known = cache.get(header)
  if (known !== undefined) return known
  // “followerCount” is two words; “TikTok” and “eMail” are known whole.
  // A column of handles may be headed by the sign alone.
  const word = header.trim() === '@' ? 'handle' : header
  const meaning = readHeader(word) ?? readHeader(word.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
  if (cache.size < mostKept) cache.set(header, meaning)
  return meaning
}

function readHeader(header: string): HeaderMeaning | null {
  const label = foldLabel(header)
  if (label === '') return null
  const unit = unitOf(header)
  const named = exactField(label) ?? exactField(foldLabel(unit.rest))
  const direct = named ?? exactWithoutPlatform(label) ?? exactWithoutPlatform(foldLabel(unit.rest)) ?? fieldByStem(label)
  if (!direct) return null
  const { field, platform, isExact } = direct
  return {
    field: field.id,
    platform,
    isExact,
    power: unit.power,
    format: field.isPriced ? formatIn(label) : null,
    currency: field.isPriced ? unit.currency : null,
    sign: field.isPriced ? unit.sign : null,
    isAverage: field.isMetric && hasWord(label, averageWords),
  }
}

interface Found {
  field: HeaderField
  platform: string | null
  isExact: boolean
}

function exactField(label: string): Found | null {
  for (const variant of [label, label.replace(/(?: \d+)+$/, ''), withoutNoise(label)]) {
    const field = exactHeaders.get(variant)
    if (field) return { field, platform: null, isExact: true }
  }
  return null
}

/** `Instagram followers`, `IG handle`, `followers tiktok`, or the platform alone, which heads a column of handles. */
function exactWithoutPlatform(label: string): Found | null {
  const words = label.split(' ')
  for (const length of [2, 1]) {
    for (let at = 0; at + length <= words.length; at++) {
      const platform = platformOfWord(words.slice(at, at + length).join(' '))
      if (platform === null) continue
      const rest = [...words.slice(0, at), ...words.slice(at + length)].join(' ')
      if (rest === '') return { field: fieldOf('handle'), platform, isExact: true }
      const found = exactField(rest) ?? (isTelling(words, at, length) ? fieldByStem(rest) : null)
      if (found) return { ...found, platform }
    }
  }
  return null
}

/** A platform's name of three letters or more may stand beside other words; “x” and “li” are too often something else. */
function isTelling(words: readonly string[], at: number, length: number): boolean {
  return words.slice(at, at + length).join('').length >= 3
}

function fieldByStem(label: string): Found | null {
  if (label.split(' ').length > mostWords) return null
  let best: { field: HeaderField; length: number } | undefined
  for (const field of headerFields) {
    const stem = field.stems.filter((stem) => hasStem(label, stem)).reduce((longest, stem) => Math.max(longest, stem.length), 0)
    if (stem === 0 || stem <= (best?.length ?? 0) || field.not.some((word) => hasStem(label, word))) continue
    best = { field, length: stem }
  }
  if (!best) return null
  const field = best.field.isMetric && hasWord(label, totalWords) && !hasWord(label, averageWords) ? fieldOf('ignore') : best.field
  return { field, platform: null, isExact: false }
}

const unspaced = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\u1100-\u11ff\uac00-\ud7af]/

/** Whether a word of the label begins with the stem; in scripts without spaces, whether it stands anywhere. */
function hasStem(label: string, stem: string): boolean {
  return unspaced.test(stem) || stem === '%' ? label.includes(stem) : ` ${label}`.includes(` ${stem}`)
}

function hasWord(label: string, words: readonly string[]): boolean {
  const padded = ` ${label} `
  return words.some((word) => {
    if (unspaced.test(word)) return label.includes(word)
    return padded.includes(` ${word} `) || (word.length >= 6 && hasStem(label, word))
  })
}

function withoutNoise(label: string): string {
  let rest = ` ${label} `
  for (const word of noiseWords) rest = rest.replaceAll(` ${word} `, ' ')
  return rest
    .replace(/(?: \d+)+\s*$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The format that a header names (`Reel`, `Story (30 s)`); null where it names none. */
export function formatOfHeader(header: string): string | null {
  return formatIn(foldLabel(header))
}

function formatIn(label: string): string | null {
  return priceFormats.find(({ stems }) => stems.some((stem) => hasStem(label, stem)))?.id ?? null
}

const units = new RegExp(
  [
    String.raw`[([]([^)\]]{1,20})[)\]]`,
    String.raw`\b(?:in|en|em|w|v|в)\s+(\S{1,12})\s*$`,
    String.raw`(\p{Sc}+|\b[A-Z]{3}\b|(?<=[,;]\s*)\p{L}{1,5}\.?$)`,
  ].join('|'),
  'gu',
)

interface Unit {
  power: number
  currency: string | null
  sign: string | null
  rest: string
}

/** Units in brackets, behind “in” or as a sign: `(millions)`, `in Tsd.`, `[USD]`, `€`. */
function unitOf(header: string): Unit {
  const unit: Unit = { power: 0, currency: null, sign: /\bkr\b/i.test(header) ? 'kr' : null, rest: header }
  for (const [whole, bracketed, behindIn, sign] of header.matchAll(units)) {
    const words = (bracketed ?? behindIn ?? sign ?? '').trim().replace(/^(?:in|en|em|в)\s+/i, '')
    const power = sign === undefined ? (multiplierPower(words, false) ?? multiplierPower(words.replace(/s$/, ''), false)) : null
    const currency = currencyOfSign(words, null)
    if (typeof power !== 'number' && currency === null) continue
    if (typeof power === 'number') unit.power = power
    unit.currency ??= currency
    unit.rest = unit.rest.replace(whole, ' ')
  }
  return unit
}
