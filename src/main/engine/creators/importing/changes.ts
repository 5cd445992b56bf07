import type { AccountTable, CreatorTable, RateTable, SnapshotTable } from '../../db/schema.ts'
import { figureColumns, isSame } from './merge.ts'
import type { AccountState, CreatorState, MergeContext } from './merge.ts'

export interface Update<Row> { before: Row; after: Row }

/** The rows to write for one creator. */
export interface Changes {
  creatorId: string
  creator: CreatorTable | null
  creatorUpdate: Update<CreatorTable> | null
  accounts: AccountTable[]
  accountUpdates: Update<AccountTable>[]
  snapshots: SnapshotTable[]
  snapshotUpdates: Update<SnapshotTable>[]
  rates: RateTable[]
  rateUpdates: Update<RateTable>[]
}

const imported = 'import'

/** What has come of the rows about one creator, against what the workspace has; null where it is the same. */
export function changesOf(state: CreatorState, context: MergeContext): Changes | null {
  const { row, before } = state
  const changes: Changes = {
    creatorId: row.id, creator: before ? null : row, creatorUpdate: before && !isSame(row, { ...before, updated_at: row.updated_at }) ? { before, after: row } : null,
    accounts: [], accountUpdates: [], snapshots: [], snapshotUpdates: [], rates: [], rateUpdates: [],
  }
  for (const account of state.accounts) {
    addAccount(changes, account)
    addSnapshot(changes, account, context)
  }
  for (const rate of state.rates) {
    if (!rate.before) changes.rates.push(rate.row)
    else if (!isSame(rate.row, rate.before)) changes.rateUpdates.push({ before: rate.before, after: rate.row })
  }
  const { creatorId: _, creator, creatorUpdate, ...lists } = changes
  const isNothing = creator === null && creatorUpdate === null && Object.values(lists).every((list) => list.length === 0)
  return isNothing ? null : changes
}

function addAccount(changes: Changes, { row, before }: AccountState): void {
  if (!before) changes.accounts.push(row)
  else if (!isSame(row, before)) changes.accountUpdates.push({ before, after: row })
}

/** Figures that differ from those of an import of the same day correct them; others make a snapshot of their own, also beside one typed in. */
function addSnapshot(changes: Changes, { row, reference, figures, takenOn }: AccountState, { newId, now, batchId }: MergeContext): void {
  const columns = figureColumns.map(([column]) => column)
  if (columns.every((column) => figures[column] === undefined || figures[column] === reference?.[column])) return
  if (reference && reference.taken_on === takenOn && reference.source === imported) {
    changes.snapshotUpdates.push({ before: reference, after: { ...reference, ...figures } })
    return
  }
  changes.snapshots.push({
    id: newId(), account_id: row.id, taken_on: takenOn, followers: figures.followers ?? null, following: figures.following ?? null, posts: figures.posts ?? null,
    avg_likes: figures.avg_likes ?? null, avg_comments: figures.avg_comments ?? null, avg_shares: figures.avg_shares ?? null, avg_saves: figures.avg_saves ?? null,
    avg_views: figures.avg_views ?? null, stated_engagement_bp: figures.stated_engagement_bp ?? null, source: imported, import_batch_id: batchId, created_at: now,
  })
}
