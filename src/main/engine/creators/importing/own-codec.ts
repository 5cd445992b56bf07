import { parsePrice } from '#src/shared/domain/money-text.ts'
import { currencyExponent } from '#src/shared/domain/currencies.ts'
import { parseCsv } from '../../exchange/tables/csv-parse.ts'
import type { RateDraft } from './types.ts'

/** Several entries as one cell: `Food;"Home; garden"`. Read back exactly by `readEntries`. */
export function writeEntries(entries: readonly string[]): string {
  return entries.map((entry) => (/[;"\n\r]|^\s|\s$/.test(entry) ? `"${entry.replaceAll('"', '""')}"` : entry)).join(';')
}

/** What `writeEntries` wrote, or a person who added to it: blanks around an entry are none of it. */
export function readEntries(cell: string): string[] {
  const parts = parseCsv(cell, { delimiter: ';' }, true).data[0] ?? []
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** Prices by format as one cell: `reel @ instagram: 300.00 EUR`. */
export function writeRates(rates: readonly RateDraft[]): string {
  return writeEntries(rates.map((rate) => `${rate.format} @ ${rate.platform ?? 'any'}: ${writeAmount(rate.amountMinor, rate.currency)}`))
}

/** What `writeRates` wrote; null for an entry that cannot be read. */
export function readRates(cell: string): (RateDraft | null)[] {
  return readEntries(cell).map((entry) => {
    const [, format, platform, amount = ''] = /^(.+) @ (.+?): ([^:]+)$/s.exec(entry) ?? []
    const price = parsePrice(amount, null, 'point')
    if (format === undefined || platform === undefined || price.kind !== 'value') return null
    return { platform: platform === 'any' ? null : platform, format, amountMinor: price.value.amountMinor, currency: price.value.currency }
  })
}

/** An exact amount with a decimal point and its currency: `300.00 EUR`. */
function writeAmount(amountMinor: number, currency: string): string {
  const exponent = currencyExponent(currency)
  const digits = String(amountMinor).padStart(exponent + 1, '0')
  return `${exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`} ${currency}`
}
