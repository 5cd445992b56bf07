/** A day without a time or a zone, `YYYY-MM-DD`: what due dates are. Plain dates compare and sort as text. */
export type PlainDate = string

/** Every so many days or months. */
export type Interval = { readonly days: number } | { readonly months: number }

const DAY = 86_400_000

/** The plain date a text is, or null: exactly `YYYY-MM-DD`, and a day that exists. */
export function parsePlainDate(text: string): PlainDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? plainDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** The plain date of a year (1–9999), month (1–12) and day, or null where there is no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9_999 || month < 1 || month > 12) return null
  if (day < 1 || day > daysInMonth(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day `days` later, or earlier for a negative number. Throws a RangeError for text that is no plain date, as do those below. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return ofDayNumber(dayNumber(date) + days)
}

/** The same day `months` later or earlier, or the last of a month that lacks it: 31 January plus one month is 28 or 29 February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = partsOf(date)
  const count = year * 12 + month - 1 + months
  const targetYear = Math.floor(count / 12)
  const targetMonth = count - targetYear * 12 + 1
  return existing(plainDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth))))
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Negative, 0 or positive, as sorting wants it. */
export function comparePlainDates(a: PlainDate, b: PlainDate): number {
  return Math.sign(daysBetween(b, a))
}

/** The first day on or after `onOrAfter` of the series that begins at `first`. Months count from `first`, so that the 31st never drifts. */
export function nextDue(first: PlainDate, every: Interval, onOrAfter: PlainDate): PlainDate {
  const isByDays = 'days' in every
  const length = isByDays ? every.days : every.months
  if (!Number.isSafeInteger(length) || length < 1) throw new RangeError('An interval is a whole number of days or months, at least one.')
  const span = daysBetween(first, onOrAfter)
  if (span <= 0) return first
  if (isByDays) return addDays(first, Math.ceil(span / length) * length)
  // A month has at most 31 days, so this many steps are never too many; the rest is a step or two.
  let steps = Math.floor(span / (length * 31))
  while (addMonths(first, steps * length) < onOrAfter) steps++
  return addMonths(first, steps * length)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function partsOf(date: PlainDate): [year: number, month: number, day: number] {
  existing(parsePlainDate(date))
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

function dayNumber(date: PlainDate): number {
  existing(parsePlainDate(date))
  return Date.parse(`${date}T00:00:00Z`) / DAY
}

function ofDayNumber(day: number): PlainDate {
  const date = new Date(day * DAY)
  return existing(Number.isNaN(date.getTime()) ? null : plainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()))
}

function existing(date: PlainDate | null): PlainDate {
  if (date === null) throw new RangeError('A date is written as 2026-03-31, and must exist.')
  return date
}
