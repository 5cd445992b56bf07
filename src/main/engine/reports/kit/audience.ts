import type { ReadDb } from '../../db/handles.ts'
import { anyOf } from '../../db/id-list.ts'
import type { KitAudience, KitAudiencePart, KitShare } from '../../documents/mediaKit/types.ts'
import { countryName } from '#src/shared/domain/country-codes.ts'
import { languageLabel } from './names.ts'

/** How each dimension is shown, in the order of the page. */
const dimensions: Readonly<Record<string, { title: string; label: (written: string) => string; isInOrder?: true }>> = {
  country: { title: 'Country', label: countryName },
  age: { title: 'Age', label: (written) => written.replace(/^(\d+)\s*-\s*(\d+)$/, '$1–$2'), isInOrder: true },
  gender: { title: 'Gender', label: (written) => genders[written.toLowerCase()] ?? written },
  city: { title: 'City', label: (written) => written },
  language: { title: 'Language', label: languageLabel },
}
const genders: Readonly<Record<string, string>> = { female: 'Women', male: 'Men', other: 'Other' }
/** Of places and languages. */
const mostShares = 8

interface AccountShown {
  id: string
  platform: string
  handle: string
}

/** The newest audience of each account, in the accounts' order. Shares are basis points of the whole audience. */
export async function audiencesOf(db: ReadDb, accounts: readonly AccountShown[]): Promise<KitAudience[]> {
  const rows = await db
    .selectFrom('audience')
    .select(['account_id', 'taken_on', 'shares'])
    .where('account_id', 'in', anyOf(accounts.map(({ id }) => id)))
    .orderBy('taken_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return accounts.flatMap(({ id, platform, handle }) => {
    const newest = rows.find(({ account_id }) => account_id === id)
    if (!newest) return []
    const parts = partsOf(JSON.parse(newest.shares) as Record<string, Record<string, number>>)
    return parts.length > 0 ? [{ platform, handle, on: newest.taken_on, parts }] : []
  })
}

function partsOf(shares: Record<string, Record<string, number>>): KitAudiencePart[] {
  return Object.entries(dimensions).flatMap(([dimension, { title, label, isInOrder = false }]) => {
    const known = Object.entries(shares[dimension] ?? {}).map(([written, bp]): KitShare => ({ label: label(written), bp }))
    if (known.length === 0) return []
    const sorted = isInOrder ? known.toSorted((a, b) => firstNumber(a) - firstNumber(b)) : known.toSorted((a, b) => b.bp - a.bp)
    return [{ title, shares: isInOrder ? sorted : sorted.slice(0, mostShares), isInOrder }]
  })
}

function firstNumber({ label }: KitShare): number {
  return Number(/\d+/.exec(label)?.[0] ?? Infinity)
}
