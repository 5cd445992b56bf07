import type { Connection } from '../../db/connection.ts'
import type { AccountTable, CreatorTable, RateTable, SnapshotTable } from '../../db/schema.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import type { CreatorDraft } from './types.ts'

/** A creator as the workspace has them. */
export interface StoredCreator {
  creator: CreatorTable
  accounts: AccountTable[]
  rates: RateTable[]
}

/** Whom a row is about: nobody yet, a creator, or several, which a row cannot be. */
export type Match = { kind: 'none' } | { kind: 'one'; id: string } | { kind: 'several'; names: string[] }

/** What an import asks of the workspace, row after row, with statements prepared once. */
export interface StoredCreators {
  match(draft: CreatorDraft): Match
  load(id: string): StoredCreator
  /** The newest snapshot of an account that was taken on `day` or before. */
  snapshotAt(accountId: string, day: string): SnapshotTable | null
  /** Tells that accounts have been added since. */
  added(accounts: readonly AccountTable[]): void
}

/** Opens the questions of one import. `writeNow` writes what the import has not written yet: a row may be about somebody an earlier one has made. */
export function storedCreators(db: Connection, writeNow: () => void): StoredCreators {
  const accountKey = db.prepare<[string, string], string>('SELECT creator_id FROM account WHERE platform = ? AND handle_key = ?').pluck()
  const creator = db.prepare<[string], CreatorTable>('SELECT * FROM creator WHERE id = ?')
  const accounts = db.prepare<[string], AccountTable>('SELECT * FROM account WHERE creator_id = ? ORDER BY id')
  const rates = db.prepare<[string], RateTable>('SELECT * FROM rate WHERE creator_id = ? ORDER BY id')
  const snapshot = db.prepare<[string, string], SnapshotTable>(
    'SELECT * FROM snapshot WHERE account_id = ? AND taken_on <= ? ORDER BY taken_on DESC, id DESC LIMIT 1',
  )
  const named = db
    .prepare<[string], string>('SELECT creator_id FROM roster_row WHERE name_key = ? ORDER BY account_id IS NOT NULL, creator_id LIMIT 1')
    .pluck()
  const known = knownAccounts(db)

  const justAdded = (platform: string, handleKey: string): string | undefined => {
    writeNow()
    return accountKey.get(platform, handleKey)
  }
  const byAccount = ({ accounts }: CreatorDraft): string[] => {
    const ids: string[] = []
    for (const { platform, handleKey } of accounts) {
      if (!known.has(hashOfKey(platform, handleKey))) continue
      const id = accountKey.get(platform, handleKey) ?? justAdded(platform, handleKey)
      if (id !== undefined && !ids.includes(id)) ids.push(id)
    }
    return ids
  }
  return {
    match(draft) {
      const ids = byAccount(draft)
      if (draft.id !== null && !ids.includes(draft.id) && creator.get(draft.id) !== undefined) ids.push(draft.id)
      if (ids.length === 0 && draft.accounts.length === 0) ids.push(...named.all(foldText(draft.name)))
      const [id, ...others] = ids
      if (id === undefined) return { kind: 'none' }
      return others.length === 0 ? { kind: 'one', id } : { kind: 'several', names: ids.map((each) => creator.get(each)?.name ?? '') }
    },
    load(id) {
      const row = creator.get(id)
      if (!row) throw new Error(`Creator ${id} is referred to but is not there.`)
      return { creator: row, accounts: accounts.all(id), rates: rates.all(id) }
    },
    snapshotAt: (accountId, day) => snapshot.get(accountId, day) ?? null,
    added(more) {
      for (const { platform, handle_key } of more) known.add(hashOfKey(platform, handle_key))
    },
  }
}

/** A quick no for nearly all accounts of a new list; a yes still has to be looked up. */
function knownAccounts(db: Connection): Set<number> {
  const known = new Set<number>()
  const all = db.prepare('SELECT platform, handle_key FROM account').raw().iterate() as IterableIterator<[string, string]>
  for (const [platform, key] of all) known.add(hashOfKey(platform, key))
  return known
}

function hashOfKey(platform: string, key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < platform.length; at++) hash = Math.imul(hash ^ platform.charCodeAt(at), 0x01000193)
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return hash & 0x3fffffff
}
