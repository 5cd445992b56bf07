import type { ReadDb, WriteDb } from '../db/handles.ts'
import { settingsOf } from '../workspace/settings.ts'
import { numberIn, runningIn, scopeOf, type NumberFacts, type NumberScope } from './number-pattern.ts'

/** The next free numbers for contracts that are to be made, by the workspace's pattern. A number that was ever given out is never given
 *  out again, whatever became of its contract; one that came with a campaign file is passed over. */
export async function nextNumbers(db: ReadDb, contracts: readonly NumberFacts[]): Promise<string[]> {
  return (await planned(db, contracts)).numbers
}

/** The same, and gives them out. */
export async function takeNumbers(db: WriteDb, contracts: readonly NumberFacts[]): Promise<string[]> {
  const { numbers, highest } = await planned(db, contracts)
  for (const [scope, value] of highest) {
    await db
      .insertInto('contract_counter')
      .values({ scope, highest: value })
      .onConflict((conflict) => conflict.column('scope').doUpdateSet({ highest: value }))
      .execute()
  }
  return numbers
}

async function planned(db: ReadDb, contracts: readonly NumberFacts[]): Promise<{ numbers: string[]; highest: Map<string, number> }> {
  const { contractNumbering } = await settingsOf(db)
  const highest = new Map<string, number>()
  const numbers: string[] = []
  for (const facts of contracts) {
    const scope = scopeOf(contractNumbering, facts)
    const key = JSON.stringify([scope.before, scope.after])
    const next = (highest.get(key) ?? (await highestIn(db, scope, key))) + 1
    highest.set(key, next)
    numbers.push(numberIn(scope, next))
  }
  return { numbers, highest }
}

async function highestIn(db: ReadDb, scope: NumberScope, key: string): Promise<number> {
  const given = await db.selectFrom('contract_counter').select('highest').where('scope', '=', key).executeTakeFirst()
  const there = await db
    .selectFrom('contract')
    .select('number')
    .where('number', '>=', scope.before)
    .where('number', '<', `${scope.before}\u{10ffff}`)
    .execute()
  const running = there.map(({ number }) => runningIn(scope, number) ?? 0)
  return running.reduce((most, one) => Math.max(most, one), given?.highest ?? 0)
}
