import { isCountry } from './countries.ts'

const codes = `AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD
TN TX UT VA VT WA WI WV WY`
const states = new Set(codes.split(/\s+/))

export function isUsState(code: string): boolean {
  return states.has(code)
}

/**
 * Whether the codes behind the places of a column (`Austin, TX`) are states of the USA: some can be nothing else, and few are a country
 * alone. Null where every one can be both: `CA` is California and Canada, `DE` Delaware and Germany.
 */
export function areUsStates(cells: readonly string[]): boolean | null {
  const found = cells.flatMap((cell) => /,\s*([A-Z]{2})\s*$/.exec(cell)?.[1] ?? [])
  const only = found.filter((code) => states.has(code) && !isCountry(code)).length
  const others = found.filter((code) => !states.has(code) && isCountry(code)).length
  return only + others === 0 ? null : only > others
}
