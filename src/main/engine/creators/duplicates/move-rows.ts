import { formatMoney } from '#src/shared/domain/money.ts'
import type { MutationContext } from '../../context.ts'
import type { WriteDb } from '../../db/handles.ts'
import type { CreatorTable } from '../../db/schema.ts'
import { labelOf } from '../accounts.ts'
import { distinct } from '../edit.ts'
import { labelsIn } from '../kept.ts'
import { changeProfile } from '../profile/edit.ts'

/** Gives all rows that hang on `other` to `keep`. Answers with what could not stand beside what `keep` has, in words for the notes. */
export async function moveOwnRows({ write, ports }: MutationContext, keep: CreatorTable, other: CreatorTable): Promise<string[]> {
  await moveAccounts(write, keep.id, other.id)
  const unlike = await moveRates(write, keep, other)
  unlike.push(...(await moveProfile(write, keep, other, ports.clock.now())))
  await moveContacts(write, keep.id, other.id)
  for (const table of ['brand_history', 'content_sample', 'creator_document'] as const)
    await write.updateTable(table).set({ creator_id: keep.id }).where('creator_id', '=', other.id).execute()
  await moveDistinct(write, keep.id, other.id)
  return unlike
}

/** With their figures and audiences; the primary account of the one that is kept stays the primary one. */
async function moveAccounts(db: WriteDb, keepId: string, otherId: string): Promise<void> {
  const primary = await db.selectFrom('account').select('id').where('creator_id', '=', keepId).limit(1).executeTakeFirst()
  const change = primary ? { creator_id: keepId, is_primary: 0 } : { creator_id: keepId }
  await db.updateTable('account').set(change).where('creator_id', '=', otherId).execute()
}

async function moveRates(db: WriteDb, keep: CreatorTable, other: CreatorTable): Promise<string[]> {
  const known = await db.selectFrom('rate').selectAll().where('creator_id', '=', keep.id).execute()
  const byKey = new Map(known.map((rate) => [rateKey(rate), rate]))
  const unlike: string[] = []
  for (const rate of await db.selectFrom('rate').selectAll().where('creator_id', '=', other.id).orderBy('id').execute()) {
    const same = byKey.get(rateKey(rate))
    if (!same) await db.updateTable('rate').set({ creator_id: keep.id }).where('id', '=', rate.id).execute()
    else if (same.amount_minor !== rate.amount_minor || same.currency !== rate.currency) {
      const price = formatMoney({ amountMinor: rate.amount_minor, currency: rate.currency }, 'en-US', 'code').replaceAll('\u00A0', ' ')
      unlike.push(`Rate of ${other.name} for ${rate.format}${rate.platform ? ` on ${labelOf(rate.platform)}` : ''}: ${price}`)
    }
  }
  // What is left is the same as a rate of the kept one, or has been noted.
  await db.deleteFrom('rate').where('creator_id', '=', other.id).execute()
  return unlike
}

function rateKey({ platform, format }: { platform: string | null; format: string }): string {
  return JSON.stringify([platform, format.toLowerCase()])
}

async function moveProfile(db: WriteDb, keep: CreatorTable, other: CreatorTable, now: string): Promise<string[]> {
  const theirs = await db.selectFrom('creator_profile').selectAll().where('id', '=', other.id).executeTakeFirst()
  const ours = await db.selectFrom('creator_profile').selectAll().where('id', '=', keep.id).executeTakeFirst()
  const spoken = [...labelsIn(ours?.languages ?? '[]'), ...labelsIn(theirs?.languages ?? '[]')]
  const own = keep.language?.toLowerCase()
  if (other.language && own !== undefined && other.language.toLowerCase() !== own) spoken.push(other.language)
  await changeProfile(db, keep.id, now, {
    languages: JSON.stringify(distinct(spoken)),
    formats: JSON.stringify(distinct([...labelsIn(ours?.formats ?? '[]'), ...labelsIn(theirs?.formats ?? '[]')])),
    owner: ours?.owner ?? theirs?.owner ?? null,
    portrait_file_id: ours?.portrait_file_id ?? theirs?.portrait_file_id ?? null,
    check_in_days: ours?.check_in_days ?? theirs?.check_in_days ?? null,
  })
  if (!theirs) return []
  await db.deleteFrom('creator_profile').where('id', '=', other.id).execute()
  return ours?.owner && theirs.owner && ours.owner !== theirs.owner ? [`Owner of ${other.name}: ${theirs.owner}`] : []
}

async function moveContacts(db: WriteDb, keepId: string, otherId: string): Promise<void> {
  const known = await db.selectFrom('creator_contact').select(['kind', 'value']).where('creator_id', '=', keepId).execute()
  const keys = new Set(known.map(contactKey))
  for (const { id, ...contact } of await db
    .selectFrom('creator_contact')
    .select(['id', 'kind', 'value'])
    .where('creator_id', '=', otherId)
    .execute()) {
    if (keys.has(contactKey(contact))) await db.deleteFrom('creator_contact').where('id', '=', id).execute()
    else await db.updateTable('creator_contact').set({ creator_id: keepId }).where('id', '=', id).execute()
  }
}

function contactKey({ kind, value }: { kind: string; value: string }): string {
  return `${kind} ${value.toLowerCase()}`
}

/** Whom the other was kept apart from, the kept one is kept apart from too. */
async function moveDistinct(db: WriteDb, keepId: string, otherId: string): Promise<void> {
  const rows = await db
    .selectFrom('distinct_creators')
    .selectAll()
    .where((where) => where.or([where('one_id', 'in', [keepId, otherId]), where('other_id', 'in', [keepId, otherId])]))
    .execute()
  const partner = (row: (typeof rows)[number], id: string) => (row.one_id === id ? row.other_id : row.other_id === id ? row.one_id : null)
  const apart = new Set(rows.flatMap((row) => partner(row, keepId) ?? []))
  for (const row of rows) {
    const third = partner(row, otherId)
    if (third === null) continue
    if (third === keepId || apart.has(third)) await db.deleteFrom('distinct_creators').where('id', '=', row.id).execute()
    else {
      const [one_id = '', other_id = ''] = [keepId, third].toSorted()
      await db.updateTable('distinct_creators').set({ one_id, other_id }).where('id', '=', row.id).execute()
    }
  }
}
