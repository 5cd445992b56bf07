import { detectDateOrder } from '#src/shared/domain/list-dates.ts'
import type { NumberStyle } from '#src/shared/domain/decimal-text.ts'
import { detectNumberStyle, detectRateUnit } from '#src/shared/domain/number-style.ts'
import { parseRate } from '#src/shared/domain/numbers.ts'
import type { RateUnit } from '#src/shared/domain/numbers.ts'
import { platformById } from '#src/shared/domain/platforms.ts'
import { isBlankCell } from '../../exchange/tables/cells.ts'
import { commonWidth } from '../../exchange/tables/dialect.ts'
import { foldLabel } from '../../exchange/tables/fold.ts'
import type { Table } from '../../exchange/tables/types.ts'
import { factsOf } from './column-facts.ts'
import type { ColumnFacts } from './column-facts.ts'
import { columnNotices, misfit } from './column-notices.ts'
import { fieldByContent, fits } from './field-fit.ts'
import { isFigure, settleFigures } from './figure-columns.ts'
import { platformInWords } from './file-platform.ts'
import { fieldOf } from './header-data.ts'
import { formatOfHeader, meaningOfHeader } from './header-words.ts'
import { areUsStates } from './us-states.ts'
import { settleNames } from './name-columns.ts'
import { isOwnHeader, ownField } from './own-columns.ts'
import type { MappedField } from './mapping.ts'
import type { ColumnPlan, ListPlan, RowShape } from './types.ts'

/** A column while its meaning is being worked out. */
export interface Column {
  index: number
  header: string
  field: string
  platform: string | null
  format: string | null
  currency: string | null
  sign: string | null
  power: number
  isAverage: boolean
  facts: ColumnFacts
  /** The field that the header means; null where none of its words is known. */
  meant: string | null
  /** Why the column is not what its header says, in one sentence; null where it is. */
  doubt: string | null
}

export interface GuessOptions {
  /** What a person or an earlier import said of columns, by index. */
  mapping?: ReadonlyMap<number, MappedField>
  /** Said by a person; wins over the guess, but not over what a row itself says. */
  platform?: string | null
  currency?: string | null
  ownPlatforms?: readonly string[]
}

const sampleRows = 600

/**
 * Works out what each column of a list holds: from its header in any language, from the cells where they contradict it or it is unknown.
 */
export function guessPlan(table: Table, { mapping, platform, currency, ownPlatforms = [] }: GuessOptions = {}): ListPlan {
  if (isOwnHeader(table.headers) && !mapping) return ownPlan(table.headers)
  const rows = evenRows(table).slice(0, sampleRows)
  const columns = table.headers.map((header, index) => columnOf(header, index, rows, table.groups[index] ?? ''))
  if (table.headerLine === 0) guessWithoutHeader(columns)
  settleNames(columns)
  const filePlatform = settlePlatforms(columns, table)
  settleFigures(columns)
  for (const column of columns) applyMapping(column, mapping?.get(column.index))
  return {
    columns: withNumberStyles(columns, rows, table.format === 'csv'),
    platform: platform ?? filePlatform,
    currency: currency ?? null,
    ownPlatforms,
    isOwnExport: false,
    shape: shapeOf(table),
    notices: columnNotices(columns, rows, table.headerLine, currency ?? null),
  }
}

function ownPlan(headers: readonly string[]): ListPlan {
  const columns = headers.map((header, index): ColumnPlan => ({
    index,
    header,
    field: ownField(header) ?? 'ignore',
    platform: null,
    format: null,
    currency: null,
    power: 0,
    style: 'point',
    unit: 'percent',
    dateOrder: undefined,
    sign: null,
    hasStates: null,
  }))
  return { columns, platform: null, currency: null, ownPlatforms: [], isOwnExport: true, shape: null, notices: [] }
}

/** Rows that have slipped say nothing of columns; where there are hardly others, they have to. */
function evenRows({ sample: { rows }, headerWidth, delimiter }: Table): readonly string[][] {
  if (headerWidth === null || delimiter === null) return rows
  const even = rows.filter((row) => row.length <= headerWidth || row.slice(headerWidth).every(isBlankCell))
  return even.length * 3 >= rows.length ? even : rows
}

function shapeOf({ headerWidth, delimiter, sample }: Table): RowShape | null {
  if (headerWidth === null || delimiter === null) return null
  const { width, share } = commonWidth(sample.rows)
  return { header: headerWidth, usual: share >= 0.6 && sample.rows.length > 4 ? Math.max(headerWidth, width) : headerWidth, delimiter }
}

function columnOf(header: string, index: number, rows: readonly string[][], group: string): Column {
  const facts = factsOf(rows.map((row) => row[index] ?? ''))
  const meaning = meaningOfHeader(header)
  const meant = meaning && !fieldOf(meaning.field).isIgnored ? meaning.field : null
  const isTrusted = meaning !== null && fits(meaning.field, facts)
  const priced = facts.prices >= 0.5 && !isTrusted ? formatOfHeader(header) : null
  const field = isTrusted ? meaning.field : priced === null ? (fieldByContent(facts) ?? 'ignore') : 'price'
  return {
    index,
    header,
    field,
    facts,
    meant,
    doubt: isTrusted || facts.filled === 0 ? null : misfit(meant, field),
    platform: meaning?.platform ?? platformInWords([group]),
    format: isTrusted ? meaning.format : priced,
    currency: isTrusted ? meaning.currency : null,
    sign: isTrusted ? meaning.sign : null,
    // “Followers (millions)” above 12,500,000 is an old header.
    power: isTrusted && (facts.median ?? 0) < 100_000 ? meaning.power : 0,
    isAverage: meaning?.isAverage ?? false,
  }
}

/**
 * Without header words: a column of handle-like words, one of names, the largest numbers are followers, percentages the engagement rate.
 */
function guessWithoutHeader(columns: readonly Column[]): void {
  const open = columns.filter(({ field }) => field === 'ignore')
  const has = (wanted: string) => columns.some(({ field }) => field === wanted)
  const words = open.filter(({ facts }) => facts.numbers < 0.5 && facts.filled > 0)
  const differs = ({ facts }: Column) => facts.distinct * 10 >= facts.filled * 8
  const looksLikeHandles = ({ facts }: Column) => facts.handleLike >= 0.95 && facts.lowerCase >= 0.7
  const handles = has('handle') ? undefined : words.find((column) => looksLikeHandles(column) && differs(column))
  if (handles) handles.field = 'handle'
  const names = words.find((column) => column !== handles && column.facts.handleLike < 0.9 && differs(column))
  if (names && (has('handle') || has('url'))) names.field = 'name'
  const numbers = open.filter(({ facts }) => facts.numbers >= 0.8)
  const rate = numbers.find(({ facts }) => facts.percents >= 0.8)
  if (rate) rate.field = 'engagementRate'
  const largest = numbers.filter((column) => column !== rate).toSorted((a, b) => (b.facts.median ?? 0) - (a.facts.median ?? 0))[0]
  if (largest && (largest.facts.median ?? 0) >= 500) largest.field = 'followers'
}

const ofAccounts = (field: string) => field === 'handle' || field === 'url' || isFigure(field)

/** One platform in the headers is that of the file. With several, every figure belongs to one of them, and the file has none. */
function settlePlatforms(columns: readonly Column[], table: Table): string | null {
  const named = new Set(columns.flatMap(({ field, platform }) => (ofAccounts(field) && platform !== null ? [platform] : [])))
  if (named.size <= 1) {
    for (const column of columns) column.platform = null
    const [only] = named
    const addresses = columns.filter(({ field, facts }) => field === 'url' || (field === 'handle' && facts.links >= 0.5))
    const cells = addresses.flatMap(({ index }) => table.sample.rows.slice(0, 50).map((row) => row[index] ?? ''))
    const links = cells.filter((cell) => cell.includes('/'))
    const names = [[table.sheet ?? ''], [table.fileName.replace(/\.\w+$/, '')]]
    const hints = [table.headers, table.groups, [table.title], ...names, links]
    return only ?? hints.map(platformInWords).find((platform) => platform !== null) ?? null
  }
  for (const column of columns) if (!ofAccounts(column.field) && column.field !== 'price') column.platform = null
  assignFigures(columns, [...named])
  return null
}

/**
 * Figures whose header names no platform: where the same figure comes several times, each belongs to the platform before it; else to the
 * first.
 */
function assignFigures(columns: readonly Column[], platforms: readonly string[]): void {
  const open = columns.filter(({ field, platform }) => isFigure(field) && platform === null)
  const isRepeated = new Set(open.map(({ field }) => field)).size < open.length
  let last = platforms[0] ?? null
  for (const column of columns) {
    if (ofAccounts(column.field) && column.platform !== null) last = column.platform
    else if (open.includes(column)) {
      column.platform = isRepeated ? last : (platforms[0] ?? null)
      const { label = column.platform } = (column.platform === null ? null : platformById(column.platform)) ?? {}
      if (!isRepeated) column.doubt = `The header names no platform; its figures were taken for ${label}.`
    }
  }
}

function applyMapping(column: Column, said: MappedField | undefined): void {
  if (!said) return
  column.field = said.field
  column.platform = said.platform
  column.format = said.format ?? column.format
  column.doubt = null
}

/** Under a header with a % sign 0.2 is a fifth of a percent, unless a workbook has kept the sign to its format. */
function rateUnit(header: string, cells: string[], style: NumberStyle | undefined, isText: boolean): RateUnit | undefined {
  const largest = Math.max(
    0,
    ...cells.map((cell) => parseRate(cell, style, 'fraction')).map((rate) => (rate.kind === 'value' ? rate.value : 0)),
  )
  return isText && largest >= 1000 && /%|percent|prozent/i.test(header) ? 'percent' : detectRateUnit(cells, style)
}

function withNumberStyles(columns: readonly Column[], rows: readonly string[][], isText: boolean): ColumnPlan[] {
  const cells = (index: number) => rows.map((row) => row[index] ?? '').filter((cell) => /\d/.test(cell))
  const numeric = columns.filter(({ field }) => isFigure(field) || field === 'price')
  const ofFile = detectNumberStyle(numeric.flatMap(({ index }) => cells(index)))
  return columns.toSorted(byExactness).map(({ index, header, field, platform, format, currency, sign, power }) => {
    const style = detectNumberStyle(cells(index)) ?? ofFile
    const unit = field === 'engagementRate' ? rateUnit(header, cells(index), style, isText) : undefined
    const dateOrder = field === 'takenOn' ? detectDateOrder(cells(index)) : undefined
    const hasStates = field === 'location' ? areUsStates(rows.map((row) => row[index] ?? '')) : null
    return { index, header, field, platform, format, currency, sign, power, style, unit, dateOrder, hasStates }
  })
}

/** Of the same figure, the exact one comes before the abbreviated one. */
function byExactness(a: Column, b: Column): number {
  return a.facts.abbreviated - b.facts.abbreviated || a.index - b.index
}

/** By which a list with the same header is known again. */
export function headerSignature(headers: readonly string[]): string {
  return headers.map(foldLabel).join('|')
}
