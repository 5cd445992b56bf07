import { RelationshipStage, type RosterSort } from '#src/shared/contract/creators.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import type { z } from 'zod'
import type { ColumnOrder, LabelKind, RosterReader, SortValue } from '../../db/roster-reader.ts'
import { LINE, type Dimension, type RosterColumns } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import { byLabels, byValues, scan } from './by-words.ts'
import { compareText } from './compare.ts'
import type { Labels } from './labels.ts'

/** What the roster can be sorted by; a tier is a range of followers and has their order. */
export type RosterOrder = Exclude<z.infer<typeof RosterSort>, 'tier'>

/** What an order is made from. */
export interface OrderSources {
  reader: RosterReader
  columns: RosterColumns
  words: Readonly<Record<Dimension, Dictionary>>
  labels: Labels
}

export interface OrderKind {
  /** Its own direction: words from A, numbers and dates from the largest. */
  isAscending: boolean
  /** All lines in the own direction; unknown last, equals by id. */
  build(): Int32Array
  /** Lines that `build` cannot put in their place, and that are put there one by one. */
  misplaced?(): number[]
  /** What a line is ordered by; undefined where the line is gone. Looked up in one go for many lines. */
  values(): (line: number) => SortValue | undefined
}

export function orderKinds({ reader, columns, words, labels }: OrderSources): Readonly<Record<RosterOrder, OrderKind>> {
  const column = (order: ColumnOrder, isAscending = false): OrderKind => ({
    isAscending,
    build: () => Int32Array.from(reader.inOrder(order)),
    values: () => reader.sortValues(order),
  })
  const isGone = (line: number) => line >= columns.size || columns.state[line] === LINE.gone
  const ofWords = (dimension: Dimension, rankOf: (word: string) => SortValue = foldText): OrderKind => ({
    isAscending: true,
    build: () =>
      byValues(
        columns[dimension],
        words[dimension].words.map((word) => (word === null ? null : rankOf(word))),
        columns,
      ),
    values: () => (line) => {
      if (isGone(line)) return undefined
      const word = words[dimension].words[columns[dimension][line] ?? 0] ?? null
      return word === null ? null : rankOf(word)
    },
  })
  const ofLabels = (kind: LabelKind): OrderKind => ({
    isAscending: true,
    build: () => byLabels(labels.all(kind), columns),
    values: () => (line) => {
      if (isGone(line)) return undefined
      const own = reader.labelsOf(line).flatMap(([of, label]) => (of === kind ? [foldText(label)] : []))
      return own.length === 0 ? null : own.sort(compareText).join('\n')
    },
  })
  return {
    followers: column('followers'),
    engagement: column('engagement'),
    growth: {
      isAscending: false,
      build() {
        const { codes, values } = scan(reader, 'growth', columns.size)
        return byValues(
          codes,
          values.map((growth) => (growth === null ? null : -Number(growth))),
          columns,
        )
      },
      values: () => reader.sortValues('growth'),
    },
    accounts: column('accounts'),
    updated: column('updated'),
    name: column('name', true),
    handle: { ...column('handle', true), misplaced: () => reader.unusualHandles(), values: () => folded(reader.sortValues('handle')) },
    platform: ofWords('platform'),
    country: ofWords('country'),
    // As a relationship goes, not by letters.
    stage: ofWords('stage', (stage) => RelationshipStage.options.findIndex((known) => known === stage)),
    city: {
      isAscending: true,
      build() {
        const { codes, values } = scan(reader, 'city', columns.size)
        return byValues(codes, values.map(foldedValue), columns)
      },
      values: () => folded(reader.sortValues('city')),
    },
    niches: ofLabels('niche'),
    tags: ofLabels('tag'),
    owner: ofLabels('owner'),
  }
}

function folded(valueOf: (line: number) => SortValue | undefined): (line: number) => SortValue | undefined {
  return (line) => {
    const value = valueOf(line)
    return value === undefined ? value : foldedValue(value)
  }
}

function foldedValue(value: SortValue): SortValue {
  return typeof value === 'string' ? foldText(value) : value
}
