import type { ReadDb } from '../../db/handles.ts'
import type { ContractTable } from '../../db/schema-contracts.ts'
import { identityOf } from '../../workspace/identity.ts'
import { filledContract, type Filled } from '../fill.ts'
import { contractOf } from '../rows.ts'
import { englishName } from '../values.ts'
import { briefChecks } from './brief.ts'
import type { Check } from './check.ts'
import { dateChecks } from './dates.ts'
import { disclosureChecks } from './disclosure.ts'
import { exclusivityChecks } from './exclusivity.ts'
import { letterChecks } from './letters.ts'
import { licenceChecks } from './licence.ts'
import { payChecks } from './pay.ts'
import { typedOverChecks } from './typed-over.ts'

/** What stands against sending a contract as it is filled now: blanks first, then what should be mended, then what somebody should look at.
 *  None of it stops anybody. docs/decisions/2026-11-21-contract-checks.md says what is held against what. */
export async function checksOf(db: ReadDb, row: ContractTable, filled: Filled, today: string): Promise<Check[]> {
  const found = [
    ...filled.filled.missing.map(({ field }): Check => ({
      level: 'missing',
      field,
      message: `${englishName(field)} is not known yet; the contract shows a marked blank.`,
    })),
    ...dateChecks(row, filled),
    ...briefChecks(filled),
    ...payChecks(filled),
    ...letterChecks(filled),
    ...licenceChecks(filled),
    ...disclosureChecks(row, filled),
    ...typedOverChecks(row, filled),
    ...(await exclusivityChecks(db, row, filled, today)),
  ]
  return found.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
}

const order: readonly Check['level'][] = ['missing', 'problem', 'warning']

/** What should be mended before anybody signs, in sentences. */
export async function problemsOf(db: ReadDb, row: ContractTable, filled: Filled, today: string): Promise<string[]> {
  const found = await checksOf(db, row, filled, today)
  return found.flatMap(({ level, message }) => (level === 'problem' ? [message] : []))
}

/** The checks of a selection. Raises NOT_FOUND. */
export async function checkContracts(
  db: ReadDb,
  ids: readonly string[],
  today: string,
): Promise<{ id: string; number: string; checks: Check[] }[]> {
  const { name } = await identityOf(db)
  const answers = []
  for (const id of new Set(ids)) {
    const row = await contractOf(db, id)
    answers.push({ id, number: row.number, checks: await checksOf(db, row, await filledContract(db, row, name), today) })
  }
  return answers
}
