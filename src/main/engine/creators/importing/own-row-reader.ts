import { RelationshipStage } from '#src/shared/contract/creators.ts'
import { handleKey } from '#src/shared/domain/handles.ts'
import { noPlatform } from './account-reader.ts'
import { readCount, readRate } from './cell-readers.ts'
import type { RowContext } from './cell-readers.ts'
import { readEntries, readRates } from './own-codec.ts'
import type { RowReader, RowRead } from './row-reader.ts'
import type { AccountDraft, CellProblem, ColumnPlan, ListPlan } from './types.ts'

const stages = new Set<string>(RelationshipStage.options)
const badRate = 'Not every rate can be read; write them as “reel @ instagram: 300.00 EUR”.'
const counts = ['following', 'posts', 'avgLikes', 'avgComments', 'avgShares', 'avgSaves', 'avgViews'] as const

/**
 * Reads rows of a list that Troupe wrote. Texts are taken as they stand, to the last blank, so that nothing changes by going out and in
 * again.
 */
export function ownRowReader(plan: ListPlan): RowReader {
  const warnings: CellProblem[] = []
  const columns = new Map(plan.columns.map((column) => [column.field, column]))
  return {
    warnings,
    read(row, line) {
      return readRow(columns, { row, line, warnings, unreadable: null })
    },
  }
}

/** Takes back what our own writer does to cells that a spreadsheet would run as formulas: `'=x` is `=x`. */
function withoutNeutraliser(cell: string): string {
  return cell.charCodeAt(0) === 39 && /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}

type Columns = ReadonlyMap<string, ColumnPlan>

function readRow(columns: Columns, context: RowContext): RowRead {
  const { row, line, warnings } = context
  const text = (field: string): string | null => {
    const column = columns.get(field)
    const cell = column ? withoutNeutraliser(row[column.index] ?? '') : ''
    return cell === '' ? null : cell
  }
  const account = readAccount(columns, text, context)
  if (account && 'reject' in account) return account
  const name = text('name') ?? account?.handle ?? null
  if (name === null || name.trim() === '') {
    return { reject: { line, column: 'Name', value: name, problem: 'The row has neither a name nor a handle.' } }
  }
  const stage = text('stage')
  if (stage !== null && !stages.has(stage))
    warnings.push({
      line,
      column: 'Relationship stage',
      value: stage,
      problem: `This is no stage; write one of ${[...stages].join(', ')}.`,
    })
  const rates = readRates(text('rateList') ?? '')
  if (rates.includes(null)) warnings.push({ line, column: 'Rates by format', value: text('rateList'), problem: badRate })
  return {
    draft: {
      line,
      id: idOf(text('creatorId')),
      name,
      isNameFromHandle: text('name') === null,
      accounts: account ? [account] : [],
      niches: readEntries(text('niche') ?? ''),
      tags: readEntries(text('tag') ?? ''),
      country: text('country'),
      city: text('city'),
      language: text('language'),
      email: text('email'),
      phone: text('phone'),
      address: text('address'),
      bio: text('bio'),
      notes: text('notes'),
      stage: stage !== null && stages.has(stage) ? stage : null,
      doNotContact: text('doNotContact') === null ? null : text('doNotContact') === 'yes',
      rates: rates.filter((rate) => rate !== null),
    },
  }
}

function idOf(text: string | null): string | null {
  return text !== null && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text) ? text : null
}

function readAccount(
  columns: Columns,
  text: (field: string) => string | null,
  context: RowContext,
): AccountDraft | { reject: CellProblem } | null {
  const [platform, handle] = [text('platform'), text('handle')]
  if (handle === null) return null
  if (platform === null) return { reject: { line: context.line, column: 'Platform', value: null, problem: noPlatform } }
  const of = (field: string) => [columns.get(field)].filter((column) => column !== undefined)
  const followers = readCount(of('followers'), context)
  if (context.unreadable) return { reject: context.unreadable }
  const figure = (value: number | null) => {
    if (context.unreadable) context.warnings.push(context.unreadable)
    return value
  }
  const read = (field: string) => figure(readCount(of(field), context))
  const [following, posts, avgLikes, avgComments, avgShares, avgSaves, avgViews] = counts.map(read)
  return {
    platform,
    handle,
    handleKey: handleKey(platform, handle),
    url: text('url'),
    followers,
    following: following ?? null,
    posts: posts ?? null,
    avgLikes: avgLikes ?? null,
    avgComments: avgComments ?? null,
    avgShares: avgShares ?? null,
    avgSaves: avgSaves ?? null,
    avgViews: avgViews ?? null,
    statedEngagementBp: figure(readRate(of('engagementRate'), context)),
    takenOn: text('takenOn'),
  }
}
