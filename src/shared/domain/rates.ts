const formats = new Map<string, Intl.NumberFormat>()

/** Basis points as a percentage for people, with as many decimals as it needs and two at most: 1,250 is "12.5%". */
export function formatRate(basisPoints: number, locale = 'en-US'): string {
  let format = formats.get(locale)
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
    formats.set(locale, format)
  }
  return format.format(basisPoints / 10_000)
}
