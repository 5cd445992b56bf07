import { plainCell } from './cell-text.ts'
import { missingWord } from './cell-words.ts'
import { plainDate, type PlainDate } from './dates.ts'
import { monthOfName } from './month-names.ts'
import { problem, valueOf, type Parsed } from './parsed.ts'

/** Whether a column writes 31/12/2025 or 12/31/2025. */
export type DateOrder = 'day first' | 'month first'

/** A moment as a list states it. `time` is `HH:MM:SS`; `offsetMinutes` from UTC; both null where the list doesn't say. */
export type ListDate = { readonly date: PlainDate; readonly time: string | null; readonly offsetMinutes: number | null }

const NOT_A_DATE = problem('This is not a date.')
const NO_SUCH_DAY = problem('There is no such day.')
const NO_YEAR = problem('This has no year; a spreadsheet may have made it from a number.')
const UNCLEAR_ORDER = problem('Day and month can’t be told apart; say which comes first in this column.')

const LONGEST_DATE = 60

type Clock = { readonly rest: string; readonly time: string | null; readonly offsetMinutes: number | null }

/**
 * Reads a date as lists and exports write it: `2025-10-31`, `2025/10/31 18:19:10`, `20250101`, `Dec 15, 2023`, `15 декабря 2023 г.`,
 * `31.12.2025`, `03/18/2025 09:48`. Where day and month could be either, `order` decides (see `detectDateOrder`); between dots the day
 * comes first.
 */
export function parseListDate(cell: string, order?: DateOrder): Parsed<ListDate> {
  const text = plainCell(cell)
  const missing = missingWord(text)
  if (missing !== null) return missing
  const clock = text.length > LONGEST_DATE ? null : splitClock(text)
  if (clock === null) return NOT_A_DATE
  const date = readDate(clock.rest, order)
  return date.kind === 'value' ? valueOf({ date: date.value, time: clock.time, offsetMinutes: clock.offsetMinutes }) : date
}

/** Which of day and month comes first, from the dates that can be read in one way only; undefined where none tells or they disagree. */
export function detectDateOrder(samples: Iterable<string>): DateOrder | undefined {
  const found = new Set<DateOrder>()
  for (const sample of samples) {
    const text = plainCell(sample).slice(0, LONGEST_DATE)
    const [, first, , second] = DAY_AND_MONTH.exec(splitClock(text)?.rest ?? '') ?? []
    if (Number(first) > 12 && Number(second) <= 12) found.add('day first')
    if (Number(second) > 12 && Number(first) <= 12) found.add('month first')
  }
  const [order] = found
  return found.size === 1 ? order : undefined
}

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const DAY_AND_MONTH = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/

function readDate(text: string, order: DateOrder | undefined): Parsed<PlainDate> {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return dayOf(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]))
  const compact = COMPACT.exec(text)
  if (compact) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const either = DAY_AND_MONTH.exec(text)
  if (either === null) return namedMonth(text)
  return dayAndMonth(Number(either[1]), Number(either[3]), fullYear(either[4] ?? ''), either[2] === '.' ? 'day first' : order)
}

function dayAndMonth(first: number, second: number, year: number, order: DateOrder | undefined): Parsed<PlainDate> {
  if (first > 12 || first === second) return dayOf(year, second, first)
  if (second > 12) return dayOf(year, first, second)
  if (order === undefined) return UNCLEAR_ORDER
  return order === 'day first' ? dayOf(year, second, first) : dayOf(year, first, second)
}

function weekdays(style: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat('en', { weekday: style, timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2025, 0, 1 + day)).toLowerCase())
}

// Words that stand in written dates beside day, month and year.
const BESIDES = new Set(['de', 'del', 'di', 'of', 'the', 'г', 'р', 'року', 'года', 'at', 'on', ...weekdays('short'), ...weekdays('long')])

function namedMonth(text: string): Parsed<PlainDate> {
  let month: number | null = null
  const numbers: string[] = []
  for (const word of text.toLowerCase().split(/[\s,./-]+/)) {
    const digits = /^(\d{1,4})(?:st|nd|rd|th|er|º|ª)?$/.exec(word)?.[1]
    if (digits !== undefined) numbers.push(digits)
    else if (month === null && monthOfName(word) !== null) month = monthOfName(word)
    else if (word !== '' && !BESIDES.has(word)) return NOT_A_DATE
  }
  const [first, second] = numbers
  if (month === null || first === undefined || numbers.length > 2) return NOT_A_DATE
  if (second === undefined) return NO_YEAR
  return first.length > 2 ? dayOf(Number(first), month, Number(second)) : dayOf(fullYear(second), month, Number(first))
}

function dayOf(year: number, month: number, day: number): Parsed<PlainDate> {
  const date = plainDate(year, month, day)
  return date === null ? NO_SUCH_DAY : valueOf(date)
}

// Two digits are read as POSIX reads them: 69–99 in the last century.
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year < 69 ? 2_000 + year : 1_900 + year
}

const TIME = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? ?([ap])?\.?(?:m\.?)?/
const ZONE = /(?:(Z|UTC|GMT)|(?:GMT|UTC)?([+-])(\d{2}):?(\d{2}))?/
const CLOCK = new RegExp(`^(.*?)(?:T|[ ,]+(?:at )?)${TIME.source} ?${ZONE.source}$`, 'i')

function splitClock(text: string): Clock | null {
  const isoLike = text.replace(/^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/, '$1-$2-$3')
  const spelled = isoLike.replaceAll(/\. (?=\d)/g, '.').replace(/^([\d.]+)\.$/, '$1')
  const match = CLOCK.exec(spelled)
  if (match === null) return spelled.includes(':') ? null : { rest: spelled, time: null, offsetMinutes: null }
  const [, rest = '', hourText, minute = '', second = '00', half, zulu, sign, offsetHours, offsetMinutes] = match
  const hour = hourOf(Number(hourText), half?.toLowerCase())
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const offset = sign === undefined ? null : (sign === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes))
  return { rest, time: `${String(hour).padStart(2, '0')}:${minute}:${second}`, offsetMinutes: zulu === undefined ? offset : 0 }
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return 24
  return (hour % 12) + (half === 'p' ? 12 : 0)
}
