import type { AccountTable, CreatorTable, RateTable, SnapshotTable } from '../../db/schema.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import { figureColumns } from '../snapshots.ts'
import type { StoredCreator } from './stored-creators.ts'
import type { AccountDraft, CreatorDraft, RateDraft } from './types.ts'

/** What a list says of them; null where it says nothing. */
export type Figures = Pick<SnapshotTable, (typeof figureColumns)[number]>

/** What is made of one account: its row, the snapshot its figures are compared with, and the figures that the list adds. */
export interface AccountState {
  row: AccountTable
  /** As the workspace has it; null where it is new. */
  before: AccountTable | null
  reference: SnapshotTable | null
  figures: Figures
  takenOn: string
}

/** A creator while the rows about them are taken in. */
export interface CreatorState {
  row: CreatorTable
  /** As the workspace has it; null for one who is new. */
  before: CreatorTable | null
  accounts: AccountState[]
  rates: { row: RateTable; before: RateTable | null }[]
}

export interface MergeContext {
  newId(): string
  now: string
  /** The day of figures that say none. */
  takenOn: string
  batchId: string
  isOwnExport: boolean
  snapshotAt(accountId: string, day: string): SnapshotTable | null
}

/** A creator whom the workspace does not know, as the first row about them says. */
export function newState(draft: CreatorDraft, context: MergeContext): CreatorState {
  const { id, name, country, city, language, email, phone, address, bio, notes, niches, tags, stage, doNotContact } = draft
  const row: CreatorTable = {
    id: id ?? context.newId(),
    name,
    country,
    city,
    language,
    email,
    phone,
    address,
    bio,
    notes,
    niches: entriesText(niches),
    tags: entriesText(tags),
    stage: stage ?? 'new',
    do_not_contact: doNotContact === true ? 1 : 0,
    import_batch_id: context.batchId,
    archived_at: null,
    created_at: context.now,
    updated_at: context.now,
  }
  const state: CreatorState = { row, before: null, accounts: [], rates: [] }
  mergeFigures(state, draft, context)
  return state
}

function entriesText(entries: readonly string[]): string {
  return entries.length === 0 ? '[]' : JSON.stringify(entries)
}

/** A creator as the workspace has them, to be changed by a list. */
export function stateOf({ creator, accounts, rates }: StoredCreator): CreatorState {
  return {
    row: { ...creator },
    before: creator,
    rates: rates.map((row) => ({ row: { ...row }, before: row })),
    accounts: accounts.map((row) => ({ row, before: row, reference: null, figures: nothing, takenOn: '' })),
  }
}

/**
 * Takes in one row. What the row knows replaces what was known; what it does not know stays; niches, tags and notes are added to. A list
 * adds
 * and corrects, it never removes. Returns whether that changed anything.
 */
export function mergeDraft(state: CreatorState, draft: CreatorDraft, context: MergeContext): boolean {
  const isChanged = mergePerson(state, draft, context)
  if (isChanged && state.before) state.row.updated_at = context.now
  return mergeFigures(state, draft, context) || isChanged
}

function mergeFigures(state: CreatorState, draft: CreatorDraft, context: MergeContext): boolean {
  let isChanged = false
  for (const account of byFollowers(draft.accounts)) if (mergeAccount(state, account, context)) isChanged = true
  for (const rate of draft.rates) if (mergeRate(state, rate, context)) isChanged = true
  return isChanged
}

/** The largest account first: the first one of a new creator becomes the primary one. */
function byFollowers(accounts: readonly AccountDraft[]): readonly AccountDraft[] {
  return accounts.length < 2 ? accounts : accounts.toSorted((a, b) => (b.followers ?? 0) - (a.followers ?? 0))
}

const texts = ['country', 'city', 'language', 'email', 'phone', 'address', 'bio'] as const

function mergePerson(state: CreatorState, draft: CreatorDraft, { isOwnExport }: MergeContext): boolean {
  const { row } = state
  const next: CreatorTable = { ...row, name: nameOf(row, draft, isOwnExport) }
  for (const field of texts) next[field] = draft[field] ?? row[field]
  next.notes = isOwnExport ? (draft.notes ?? row.notes) : withNotes(row.notes, draft.notes)
  next.niches = withEntries(row.niches, draft.niches, isOwnExport)
  next.tags = withEntries(row.tags, draft.tags, isOwnExport)
  next.stage = draft.stage ?? row.stage
  if (draft.doNotContact === true || (isOwnExport && draft.doNotContact === false)) next.do_not_contact = draft.doNotContact ? 1 : 0
  // Several rows of our own export repeat the creator: one that was left as it was does not take back what another changed.
  if (isOwnExport && state.before) keepChanges(next, row, state.before)
  if (isSame(next, row)) return false
  state.row = next
  return true
}

function keepChanges(next: CreatorTable, current: CreatorTable, stored: CreatorTable): void {
  const record = next as unknown as Record<string, unknown>
  for (const [column, value] of Object.entries(stored)) {
    if (record[column] === value) record[column] = current[column as keyof CreatorTable]
  }
}

function nameOf(row: CreatorTable, draft: CreatorDraft, isOwnExport: boolean): string {
  if (draft.isNameFromHandle) return row.name
  return !isOwnExport && foldText(draft.name) === foldText(row.name) ? row.name : draft.name
}

function withNotes(known: string | null, more: string | null): string | null {
  if (known === null || more === null) return known ?? more
  return known.includes(more) ? known : `${known}\n${more}`
}

function withEntries(known: string, more: readonly string[], isExact: boolean): string {
  if (more.length === 0) return known
  const entries = JSON.parse(known) as string[]
  const spelling = (entry: string) => (isExact ? entry : foldText(entry))
  const spellings = new Set(entries.map(spelling))
  const added = more.filter((entry) => !spellings.has(spelling(entry)))
  return added.length === 0 ? known : JSON.stringify([...entries, ...added])
}

function mergeAccount(state: CreatorState, draft: AccountDraft, context: MergeContext): boolean {
  const found = state.accounts.find(({ row }) => row.platform === draft.platform && row.handle_key === draft.handleKey)
  const account = found ?? newAccount(state, draft, context)
  const takenOn = draft.takenOn ?? context.takenOn
  if (account.before && account.takenOn !== takenOn) account.reference = context.snapshotAt(account.row.id, takenOn)
  account.takenOn = takenOn
  let isChanged = found === undefined
  if (draft.url !== null && (account.row.url === null || (context.isOwnExport && account.row.url !== draft.url))) {
    account.row = { ...account.row, url: draft.url }
    isChanged = true
  }
  const stated = figuresOf(draft)
  for (const column of figureColumns) {
    const known = account.figures[column] ?? account.reference?.[column] ?? null
    if (stated[column] !== null && stated[column] !== known) isChanged = true
    stated[column] ??= account.figures[column]
  }
  account.figures = stated
  return isChanged
}

const nothing: Figures = {
  followers: null,
  following: null,
  posts: null,
  avg_likes: null,
  avg_comments: null,
  avg_shares: null,
  avg_saves: null,
  avg_views: null,
  stated_engagement_bp: null,
}

function figuresOf(draft: AccountDraft): Figures {
  return {
    followers: draft.followers,
    following: draft.following,
    posts: draft.posts,
    avg_likes: draft.avgLikes,
    avg_comments: draft.avgComments,
    avg_shares: draft.avgShares,
    avg_saves: draft.avgSaves,
    avg_views: draft.avgViews,
    stated_engagement_bp: draft.statedEngagementBp,
  }
}

function newAccount(state: CreatorState, { platform, handle, handleKey, url }: AccountDraft, { newId, now }: MergeContext): AccountState {
  const isPrimary = state.accounts.length === 0 ? 1 : 0
  const row: AccountTable = {
    id: newId(),
    creator_id: state.row.id,
    platform,
    handle,
    handle_key: handleKey,
    url,
    is_primary: isPrimary,
    created_at: now,
  }
  const account: AccountState = { row, before: null, reference: null, figures: nothing, takenOn: '' }
  state.accounts.push(account)
  return account
}

function mergeRate(state: CreatorState, { platform, format, amountMinor, currency }: RateDraft, { newId, now }: MergeContext): boolean {
  const found = state.rates.find(({ row }) => row.platform === platform && row.format === format)
  if (!found) {
    state.rates.push({
      row: { id: newId(), creator_id: state.row.id, platform, format, amount_minor: amountMinor, currency, created_at: now },
      before: null,
    })
    return true
  }
  if (found.row.amount_minor === amountMinor && found.row.currency === currency) return false
  found.row = { ...found.row, amount_minor: amountMinor, currency }
  return true
}

/** Whether two rows of a table hold the same. */
export function isSame<Row extends object>(a: Row, b: Row): boolean {
  for (const column in a) if (a[column] !== b[column]) return false
  return true
}
