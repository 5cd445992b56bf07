import { currencyExponent } from '#src/shared/domain/currencies.ts'
import { moneyToDecimal } from '#src/shared/domain/money.ts'

interface Money {
  amountMinor: number
  currency: string
}

/** What stands where a value is not known. Never 0. */
export const notKnown = '–'

/** The language of numbers and dates is the machine's; the words of the interface are English. */
const language: string | undefined = undefined
const whole = new Intl.NumberFormat(language)
const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 3 })

const marks = new Intl.NumberFormat(language).formatToParts(12_345.6)
/** What the machine's language writes between thousands and before decimals. */
export const groupMark = marks.find(({ type }) => type === 'group')?.value ?? ','
export const decimalMark = marks.find(({ type }) => type === 'decimal')?.value ?? '.'

/** 12345 → 12,345 */
export function formatCount(count: number | null | undefined): string {
  return count === null || count === undefined ? notKnown : whole.format(count)
}

/** 12345 → 12.3K; for columns where the order of size is what matters. */
export function formatCompact(count: number | null | undefined): string {
  return count === null || count === undefined ? notKnown : compact.format(count)
}

/** Basis points as percent: 425 → 4.25 %. With `decimals`, always so many, so that columns line up; else two at most. */
export function formatPercent(basisPoints: number | null | undefined, decimals?: number): string {
  if (basisPoints === null || basisPoints === undefined) return notKnown
  return new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 2,
  }).format(basisPoints / 10_000)
}

/** Minor units with their currency: 123450 EUR → €1,234.50; whole amounts without decimals where `isShort`. */
export function formatMoney(money: Money | null | undefined, isShort = false): string {
  if (!money) return notKnown
  const exponent = currencyExponent(money.currency)
  const hidesDecimals = isShort && money.amountMinor % 10 ** exponent === 0
  const digits = hidesDecimals ? 0 : exponent
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(moneyToDecimal(money) as `${number}`)
}

/** Hundredths as a plain ratio: 350 → 3.50 */
export function formatRatio(hundredths: number | null | undefined): string {
  if (hundredths === null || hundredths === undefined) return notKnown
  return new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(hundredths / 100)
}

/** A plain day: 2026-11-21 → 21 Nov 2026, without the year where it is this year's. */
export function formatDay(day: string | null | undefined, now = new Date()): string {
  if (!day) return notKnown
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const isThisYear = year === now.getFullYear()
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) }).format(
    new Date(year, month - 1, date),
  )
}

/** An instant as a day and a time of the machine's clock. */
export function formatInstant(instant: string | null | undefined): string {
  if (!instant) return notKnown
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))
}

/** How long ago, in the largest unit that fits: "3 days ago". */
export function formatAgo(instant: string, now = Date.now()): string {
  const seconds = (Date.parse(instant) - now) / 1000
  const units = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['week', 604_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const
  const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const)
  if (unit === 'second') return 'just now'
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.round(seconds / length), unit)
}

/** The machine's day as YYYY-MM-DD. */
export function today(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** Bytes in a person's unit: 1536000 → 1.5 MB */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return new Intl.NumberFormat(language, { style: 'unit', unit: units[power], unitDisplay: 'short', maximumFractionDigits: 1 }).format(
    bytes / 1000 ** power,
  )
}

/** "1 creator", "12 creators". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`
}
