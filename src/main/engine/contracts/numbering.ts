import type { ReadDb } from '../db/handles.ts'

/** The next free contract numbers of a year, such as `2026-0007`: the year the contract is made in and a running number that is never used twice. */
export async function nextNumbers(db: ReadDb, year: string, count: number): Promise<string[]> {
  const used = await db.selectFrom('contract').select('number').where('number', 'like', `${year}-%`).execute()
  const highest = Math.max(0, ...used.map(({ number }) => Number(number.slice(5))).filter(Number.isInteger))
  return Array.from({ length: count }, (_, i) => `${year}-${String(highest + 1 + i).padStart(4, '0')}`)
}
