import type { ReadDb } from '../db/handles.ts'
import type { ContractTable } from '../db/schema-contracts.ts'
import { templateShapes } from '../documents/contract/library.ts'

export interface EarlierContract {
  id: string
  number: string
  /** The day it was made, as its text says. */
  madeOn: string
}

/** What a contract may refer to. */
export interface EarlierContracts {
  /** The contract it changes. */
  amends: EarlierContract | null
  /** The contract of the same collaboration that an add-on adds to: one that binds before one that was only sent or drafted, the newest
   *  of those. */
  base: EarlierContract | null
}

const order = ['signed by all', 'amended', 'signed by one', 'sent', 'internal approval', 'draft']

export async function earlierContracts(
  db: ReadDb,
  { id, collaboration_id, amends_id }: Pick<ContractTable, 'id' | 'collaboration_id' | 'amends_id'>,
): Promise<EarlierContracts> {
  if (collaboration_id === null && amends_id === null) return { amends: null, base: null }
  const others = await db
    .selectFrom('contract')
    .select(['id', 'number', 'status', 'template_id', 'created_at'])
    .where(({ or, eb }) => or([eb('collaboration_id', '=', collaboration_id), eb('id', '=', amends_id)]))
    .where('id', '<>', id)
    .execute()
  const amended = others.find((other) => other.id === amends_id)
  const base = others
    .filter(({ status, template_id }) => order.includes(status) && isMain(template_id))
    .toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || b.created_at.localeCompare(a.created_at))[0]
  return { amends: amended ? named(amended) : null, base: base ? named(base) : null }
}

function isMain(templateId: string): boolean {
  return templateShapes().find(({ id }) => id === templateId)?.isMain ?? true
}

function named({ id, number, created_at }: { id: string; number: string; created_at: string }): EarlierContract {
  return { id, number, madeOn: created_at.slice(0, 10) }
}
