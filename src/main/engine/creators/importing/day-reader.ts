import { parseListDate } from '#src/shared/domain/list-dates.ts'
import { knownText } from './cell-readers.ts'
import type { RowContext } from './cell-readers.ts'
import type { ColumnPlan } from './types.ts'

/** Days since 1899-12-30 between which a bare number is a day as spreadsheets count them: 2000 to 2099. */
const [firstSerial, lastSerial] = [36_526, 73_050]
const dayLength = 86_400_000
const unread = 'This day cannot be read for sure, so the day of the import was taken; write it as 2025-01-31.'

/** The day on which figures were taken, in any spelling of lists, as `YYYY-MM-DD`; null where the row does not say it readably. */
export function readDay(columns: readonly ColumnPlan[], { row, line, warnings }: RowContext): string | null {
  for (const { index, header, dateOrder } of columns) {
    const text = knownText(row[index])
    if (text === null) continue
    const serial = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Math.floor(Number(text.replace(',', '.'))) : 0
    if (serial >= firstSerial && serial <= lastSerial)
      return new Date(Date.UTC(1899, 11, 30) + serial * dayLength).toISOString().slice(0, 10)
    const day = parseListDate(text, dateOrder)
    if (day.kind === 'value') return day.value.date
    if (day.kind === 'problem') warnings.push({ line, column: header, value: text, problem: unread })
  }
  return null
}
