import type { Connection } from './connection.ts'

/** One roster line as filters see it. */
export type RosterFacts = [
  searchId: number,
  followers: number | null,
  engagementBp: number | null,
  platform: string | null,
  country: string | null,
  stage: string,
  isArchived: number,
]
export type LabelKind = 'niche' | 'tag' | 'language' | 'format' | 'owner' | 'mark'
export type AudienceLine = [label: string, searchId: number, shareBp: number]
export type RosterOrder = 'followers' | 'engagement' | 'name' | 'updated'
export type SortValue = number | string | null

const orders: Record<RosterOrder, { column: string; by: string }> = {
  followers: { column: 'followers', by: 'followers DESC' },
  engagement: { column: 'engagement_bp', by: 'engagement_bp DESC' },
  name: { column: 'name_key', by: 'name_key' },
  updated: { column: 'updated_at', by: 'updated_at DESC' },
}
const facts = 'search_id, followers, engagement_bp, platform, country, stage, is_archived'

/** What only SQLite is asked of the roster: whole columns, orders, and text. Fast, because nothing is typed or joined. */
export interface RosterReader {
  /** Lines after this id, in the order of ids. */
  linesAfter(searchId: number, limit: number): RosterFacts[]
  lineOf(creatorId: string): RosterFacts | null
  /** The ids of all lines. */
  lines(): number[]
  labelsOf(searchId: number): [kind: LabelKind, label: string][]
  labels(kind: LabelKind): string[]
  linesWith(kind: LabelKind, label: string): number[]
  /** Every label of a dimension with the lines that have it and their shares in basis points; labels one after the other. */
  audience(dimension: string): IterableIterator<AudienceLine>
  audienceOf(searchId: number): [dimension: string, label: string, shareBp: number][]
  /** All lines in the order's own direction: numbers and dates from the largest, names from A; unknown values last; equals by id. */
  inOrder(order: RosterOrder): number[]
  /** Looks up what a line is ordered by; undefined where the line is gone. */
  sortValues(order: RosterOrder): (searchId: number) => SortValue | undefined
  /** Lines whose text has every one of these folded terms of three or more characters. */
  withTerms(terms: readonly string[]): number[]
  /** Lines with a word of the name, or a handle, that begins with a short folded term; in scripts without spaces, that has it anywhere. */
  withShortTerm(term: string): number[]
}

export function rosterReader(db: Connection): RosterReader {
  const after = db.prepare(`SELECT ${facts} FROM roster_row WHERE search_id > ? ORDER BY search_id LIMIT ?`).raw()
  const ofCreator = db.prepare(`SELECT ${facts} FROM roster_row WHERE creator_id = ?`).raw()
  const labelsOf = db.prepare('SELECT kind, label FROM roster_label WHERE search_id = ?').raw()
  const labels = db.prepare('SELECT DISTINCT label FROM roster_label WHERE kind = ?').pluck()
  const linesWith = db.prepare('SELECT search_id FROM roster_label WHERE kind = ? AND label = ?').pluck()
  const audience = db.prepare('SELECT label, search_id, share_bp FROM roster_audience WHERE dimension = ?').raw()
  const audienceOf = db.prepare('SELECT dimension, label, share_bp FROM roster_audience WHERE search_id = ?').raw()
  const matching = db.prepare('SELECT rowid FROM roster_search WHERE roster_search MATCH ?').pluck()
  const beginning = db
    .prepare("SELECT search_id FROM roster_row WHERE instr(' ' || name_key, ' ' || @term) > 0 OR instr(lower(handle), @term) = 1")
    .pluck()
  const containing = db.prepare('SELECT search_id FROM roster_row WHERE instr(name_key, @term) > 0 OR instr(handle, @term) > 0').pluck()
  const lines = db.prepare('SELECT search_id FROM roster_row').pluck()
  return {
    lines: () => lines.all() as number[],
    linesAfter: (searchId, limit) => after.all(searchId, limit) as RosterFacts[],
    lineOf: (creatorId) => (ofCreator.get(creatorId) as RosterFacts | undefined) ?? null,
    labelsOf: (searchId) => labelsOf.all(searchId) as [LabelKind, string][],
    labels: (kind) => labels.all(kind) as string[],
    linesWith: (kind, label) => linesWith.all(kind, label) as number[],
    audience: (dimension) => audience.iterate(dimension) as IterableIterator<AudienceLine>,
    audienceOf: (searchId) => audienceOf.all(searchId) as [string, string, number][],
    inOrder: (order) => db.prepare(`SELECT search_id FROM roster_row ORDER BY ${orders[order].by}, search_id`).pluck().all() as number[],
    sortValues(order) {
      const value = db.prepare(`SELECT ${orders[order].column} FROM roster_row WHERE search_id = ?`).pluck()
      return (searchId) => value.get(searchId) as SortValue | undefined
    },
    withTerms: (terms) => matching.all(terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' AND ')) as number[],
    withShortTerm: (term) => (unspaced.test(term) ? containing : beginning).all({ term }) as number[],
  }
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
