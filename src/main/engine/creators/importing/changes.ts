import type { AccountTable, CreatorTable, RateTable, SnapshotTable } from '../../db/schema.ts'
import { figureColumns } from '../snapshots.ts'
import { isSame } from './merge.ts'
import type { AccountState, CreatorState, MergeContext } from './merge.ts'

export interface Update<Row> {
  before: Row
  after: Row
}

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
    creatorId: row.id,
    creator: before ? null : row,
    creatorUpdate: before && !isSame(row, { ...before, updated_at: row.updated_at }) ? { before, after: row } : null,
    accounts: [],
    accountUpdates: [],
    snapshots: [],
    snapshotUpdates: [],
    rates: [],
    rateUpdates: [],
  }
  for (const account of state.accounts) {
    addAccount(changes, account)
    addSnapshot(changes, account, context)
  }
  for (const rate of state.rates) {
    if (!rate.before) changes.rates.push(rate.row)
    else if (!isSame(rate.row, rate.before)) changes.rateUpdates.push({ before: rate.before, after: rate.row })
  }
  return isNothing(changes) ? null : changes
}

function isNothing({ creator, creatorUpdate, accounts, accountUpdates, snapshots, snapshotUpdates, rates, rateUpdates }: Changes): boolean {
  if (creator !== null || creatorUpdate !== null) return false
  return [accounts, accountUpdates, snapshots, snapshotUpdates, rates, rateUpdates].every((list) => list.length === 0)
}

function addAccount(changes: Changes, { row, before }: AccountState): void {
  if (!before) changes.accounts.push(row)
  else if (!isSame(row, before)) changes.accountUpdates.push({ before, after: row })
}

/**
 * Figures that differ from those of an import of the same day correct them; others make a snapshot of their own, also beside one typed
 * in.
 */
function addSnapshot(changes: Changes, { row, reference, figures, takenOn }: AccountState, { newId, now, batchId }: MergeContext): void {
  if (figureColumns.every((column) => figures[column] === null || figures[column] === reference?.[column])) return
  if (reference && reference.taken_on === takenOn && reference.source === imported) {
    const after = { ...reference }
    for (const column of figureColumns) after[column] = figures[column] ?? reference[column]
    changes.snapshotUpdates.push({ before: reference, after })
    return
  }
  changes.snapshots.push({
    id: newId(),
    account_id: row.id,
    taken_on: takenOn,
    followers: figures.followers,
    following: figures.following,
    posts: figures.posts,
    avg_likes: figures.avg_likes,
    avg_comments: figures.avg_comments,
    avg_shares: figures.avg_shares,
    avg_saves: figures.avg_saves,
    avg_views: figures.avg_views,
    stated_engagement_bp: figures.stated_engagement_bp,
    source: imported,
    import_batch_id: batchId,
    created_at: now,
  })
}
