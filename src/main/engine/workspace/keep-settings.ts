import type { WriteDb } from '../db/handles.ts'

/** Keeps those settings that differ from what is kept. */
export async function keepSettings(db: WriteDb, changes: object): Promise<void> {
  for (const [id, value] of Object.entries(changes)) {
    if (value === undefined) continue
    const text = JSON.stringify(value)
    await db
      .insertInto('setting')
      .values({ id, value: text })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ value: text }))
      .execute()
  }
}
