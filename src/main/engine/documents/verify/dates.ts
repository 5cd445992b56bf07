const form = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?/

/** A date as PDF writes it (ISO 32000-2, 7.9.4), such as `D:20260304111500+01'00'`; without a zone it is taken for UTC. Null for anything
 *  else. */
export function dateOf(text: string): Date | null {
  const found = form.exec(text)
  if (!found) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part: string | undefined) => (part === undefined ? undefined : Number(part)))
  const [sign, hours = '0', minutes = '0'] = found.slice(8)
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000)
  const instant = new Date(Date.UTC(year, month - 1, day, hour, minute, second) - (sign ? offset : 0))
  return Number.isFinite(instant.getTime()) ? instant : null
}
