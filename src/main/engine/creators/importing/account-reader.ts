import { parseHandle } from '#src/shared/domain/handles.ts'
import type { Handle } from '#src/shared/domain/handles.ts'
import { platformOfWord } from '#src/shared/domain/platforms.ts'
import { scaledRatio } from '#src/shared/domain/rational.ts'
import { knownText, readCount, readRate, textOf } from './cell-readers.ts'
import type { RowContext } from './cell-readers.ts'
import { readDay } from './day-reader.ts'
import { handlesIn } from './handle-cells.ts'
import type { AccountDraft, CellProblem, ColumnPlan } from './types.ts'

const counts = ['following', 'posts', 'avgLikes', 'avgComments', 'avgShares', 'avgSaves', 'avgViews'] as const
const alone = ['handle', 'url', 'platform', 'followers', 'engagementRate', 'interactions', 'takenOn'] as const
type CountField = (typeof counts)[number]
type AccountField = CountField | (typeof alone)[number]

/** The columns that are about one account of the row; `platform` null where the row says it. */
export interface AccountColumns {
  platform: string | null
  of: Readonly<Record<AccountField, readonly ColumnPlan[]>>
  /** The counts that the list has at all. */
  counted: readonly CountField[]
}

/** Sorts columns into those of each platform that headers name, and those of the platform that the row or file says. */
export function accountColumns(columns: readonly ColumnPlan[]): AccountColumns[] {
  const fields = new Set<string>([...counts, ...alone])
  const about = columns.filter(({ field }) => fields.has(field))
  const platforms = new Set(about.filter(({ field }) => field !== 'platform' && field !== 'takenOn').map(({ platform }) => platform))
  return [...platforms].map((platform) => {
    const own = about.filter((column) => column.platform === platform || column.field === 'takenOn')
    const of = (field: AccountField) => own.filter((column) => column.field === field)
    const every: AccountColumns['of'] = {
      handle: of('handle'),
      url: of('url'),
      platform: of('platform'),
      followers: of('followers'),
      following: of('following'),
      posts: of('posts'),
      avgLikes: of('avgLikes'),
      avgComments: of('avgComments'),
      avgShares: of('avgShares'),
      avgSaves: of('avgSaves'),
      avgViews: of('avgViews'),
      engagementRate: of('engagementRate'),
      interactions: of('interactions'),
      takenOn: of('takenOn'),
    }
    return { platform, of: every, counted: counts.filter((field) => every[field].length > 0) }
  })
}

/** Why a row is rejected that has an account of nowhere. */
export const noPlatform = 'The row does not say which platform the creator is on.'

/** The platform of a row, and whether the row or a header says it; else it is that of the file. */
export interface Where {
  platform: string | null
  isSaid: boolean
}

/** The creator's name, and a handle that stands beside it in the same cell. */
export interface Named {
  name: string | null
  mention: string | null
}

/** What reading the accounts of a row gave: accounts, or the cell for which the row has to be rejected. */
export type AccountsRead = { accounts: AccountDraft[] } | { reject: CellProblem }

/**
 * Reads the platform a cell names. A word nobody knows is a new platform (new platforms are data), written as the workspace or the list
 * first wrote it.
 */
export function platformReader(ownPlatforms: readonly string[]): (cell: string | undefined) => string | null {
  const known = new Map<string, string | null>()
  const own = new Map(ownPlatforms.map((platform) => [platform.toLowerCase(), platform]))
  const read = (cell: string): string | null => {
    const word = knownText(cell)?.slice(0, 60)
    if (word === undefined) return null
    // Of several the first: the figures of the row can only be of one.
    const platform = platformOfWord(word) ?? own.get(word.toLowerCase()) ?? firstKnown(word.split(/[,/&+;|]/)) ?? word
    own.set(word.toLowerCase(), platform)
    return platform
  }
  return (cell) => {
    if (cell === undefined || cell === '') return null
    let platform = known.get(cell)
    if (platform === undefined) known.set(cell, (platform = read(cell)))
    return platform
  }
}

function firstKnown(words: readonly string[]): string | null {
  return words.length < 2 ? null : (words.map(platformOfWord).find((platform) => platform !== null) ?? null)
}

/**
 * Reads one account: from handle and address, which must not contradict each other, else under the creator's name. Figures that cannot be
 * read
 * are left out with a warning; without readable followers the row would be taken for a creator of unknown size, so it is rejected.
 */
export function readAccounts(columns: AccountColumns, named: Named, where: Where, context: RowContext): AccountsRead {
  const { platform } = where
  const identified = identify(columns, where, context)
  if ('reject' in identified) return identified
  const followers = readCount(columns.of.followers, context)
  if (context.unreadable) return { reject: context.unreadable }
  const figures = readFigures(columns, followers, context)
  if (identified.handles.length > 1) sayWhose(figures, identified.handles, columns, context)
  const [first, ...others] = identified.handles.length > 0 ? identified.handles : underTheName(named, platform, figures)
  if (identified.handles.length === 0 && first) sayUnderTheName(columns, context)
  if (!first) return { accounts: [] }
  if (first.platform === null) {
    return { reject: { line: context.line, column: columns.of.platform[0]?.header ?? null, value: null, problem: noPlatform } }
  }
  const plain = others.flatMap((handle) => (handle.platform === null ? [] : [{ ...accountOf(handle, handle.platform), ...nothingKnown }]))
  return { accounts: [{ ...accountOf(first, first.platform), ...figures }, ...plain] }
}

type Figures = Omit<AccountDraft, 'platform' | 'handle' | 'handleKey' | 'url'>
const nothingKnown: Figures = {
  followers: null,
  following: null,
  posts: null,
  avgLikes: null,
  avgComments: null,
  avgShares: null,
  avgSaves: null,
  avgViews: null,
  statedEngagementBp: null,
  takenOn: null,
}

function accountOf({ handle, key, url }: Handle, platform: string): Pick<AccountDraft, 'platform' | 'handle' | 'handleKey' | 'url'> {
  return { platform, handle, handleKey: key, url }
}

/** The figures of a row can only be of one of its accounts. */
function sayWhose(figures: Figures, [first]: readonly Handle[], columns: AccountColumns, { line, warnings }: RowContext): void {
  const { header = null } = columns.of.handle[0] ?? columns.of.url[0] ?? {}
  if (!first || !hasAny(figures)) return
  const problem = 'The row names several accounts; its figures were taken for the first of them.'
  warnings.push({ line, column: header, value: first.handle, problem })
}

function sayUnderTheName(columns: AccountColumns, { line, warnings }: RowContext): void {
  const [column] = [...columns.of.handle, ...columns.of.url]
  const problem = 'The row has no handle; the account stands under the creator’s name.'
  if (column) warnings.push({ line, column: column.header, value: null, problem })
}

function hasAny(figures: Figures): boolean {
  return Object.entries(figures).some(([field, value]) => field !== 'takenOn' && value !== null)
}

function underTheName({ name, mention }: Named, platform: string | null, figures: Figures): Handle[] {
  const text = mention ?? (hasAny(figures) ? name : null)
  if (text === null) return []
  const parsed = parseHandle(text, platform)
  return parsed.kind === 'value' && parsed.value.platform === platform ? [parsed.value] : []
}

function identify(
  columns: AccountColumns,
  { platform, isSaid }: Where,
  context: RowContext,
): { handles: Handle[] } | { reject: CellProblem } {
  let problem: CellProblem | null = null
  for (const { index, header } of columns.of.handle) {
    const cell = textOf(context.row[index])
    if (cell === null) continue
    const parsed = handlesIn(cell, platform)
    const handles = parsed.flatMap((each) => (each.kind === 'value' ? [each.value] : []))
    const problems = parsed.flatMap((each) => (each.kind === 'problem' ? [each.problem] : []))
    const [first, ...others] = handles
    if (!first) problem ??= problems[0] === undefined ? null : { line: context.line, column: header, value: cell, problem: problems[0] }
    if (!first) continue
    for (const each of problems) context.warnings.push({ line: context.line, column: header, value: cell, problem: each })
    // Where the row names the platform, its address has nothing to add to a handle that makes one itself.
    if (others.length > 0 || (isSaid && first.url !== null)) return { handles }
    const byAddress = readAddresses(columns, platform, { ...context, warnings: [] })
    return { handles: [completed(first, byAddress, isSaid), ...byAddress.slice(1)] }
  }
  const handles = readAddresses(columns, platform, context).filter((handle) => handle.platform !== null)
  return handles.length === 0 && problem ? { reject: problem } : { handles }
}

function readAddresses(columns: AccountColumns, platform: string | null, context: RowContext): Handle[] {
  return columns.of.url.flatMap((column) => addresses(column, platform, context))
}

/**
 * A handle whose row also has the address of the account: the address tells the platform better than the file does, and is kept where
 * the handle makes none.
 */
function completed(handle: Handle, [address]: readonly Handle[], isSaid: boolean): Handle {
  if (!address || address.platform === null) return handle
  if (address.platform !== handle.platform) {
    const onIts = isSaid ? null : parseHandle(handle.handle, address.platform)
    return onIts?.kind === 'value' ? { ...onIts.value, url: onIts.value.url ?? address.url } : handle
  }
  return handle.url === null ? { ...handle, url: address.url } : handle
}

function addresses({ index, header }: ColumnPlan, platform: string | null, { row, line, warnings }: RowContext): Handle[] {
  const cell = textOf(row[index])
  if (cell === null) return []
  const parts = cell.includes('http', 4) ? cell.split(/[\s,;|]+(?=https?:)/i) : [cell]
  return parts.flatMap((part) =>
    handlesIn(part, platform).flatMap((parsed) => {
      if (parsed.kind === 'problem') warnings.push({ line, column: header, value: part, problem: parsed.problem })
      return parsed.kind === 'value' ? [parsed.value] : []
    }),
  )
}

function readFigures(columns: AccountColumns, followers: number | null, context: RowContext): Figures {
  const figures: Figures = { ...nothingKnown, followers }
  for (const field of columns.counted) figures[field] = known(readCount(columns.of[field], context), context)
  const stated = known(readRate(columns.of.engagementRate, context), context)
  const interactions = stated === null ? known(readCount(columns.of.interactions, context), context) : null
  figures.statedEngagementBp = stated ?? (interactions === null ? null : rateOf(interactions, followers, columns, context))
  figures.takenOn = readDay(columns.of.takenOn, context)
  return figures
}

/** Average interactions per post ÷ followers in basis points; not what exceeds the followers, which cannot be right for an average. */
function rateOf(interactions: number, followers: number | null, columns: AccountColumns, { line, warnings }: RowContext): number | null {
  const rate = scaledRatio(interactions, followers, 10_000)
  if (rate === null || rate <= 10_000) return rate
  const problem = 'More interactions per post than followers cannot be right.'
  warnings.push({ line, column: columns.of.interactions[0]?.header ?? null, value: String(interactions), problem })
  return null
}

/** A figure whose loss does not make the row false: what could not be read is said. */
function known(figure: number | null, { unreadable, warnings }: RowContext): number | null {
  if (unreadable) warnings.push(unreadable)
  return figure
}
