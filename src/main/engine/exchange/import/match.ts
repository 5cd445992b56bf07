import { inChunks } from '../../db/chunks.ts'
import type { ReadDb } from '../../db/handles.ts'
import { naturalKeyOf, naturalKeys, references, type CampaignTable, type Row } from '../format/tables.ts'
import type { CampaignPackage } from './package.ts'

/** How one of their rows is ours: by its own id, by another id that is on record here or in the file, or by standing for the same thing. */
export type Match = { row: Row; by: 'id' | 'record' | 'likeness' }

/** Finds our row for each of theirs, table by table in the order of `campaignTables`, and translates their ids into ours. */
export class Matcher {
  readonly #db: ReadDb
  readonly #pack: CampaignPackage
  /** Their id → ours, where they differ. */
  readonly #ids = new Map<string, string>()
  /** Their creator → ours, by an account that both have. */
  #creatorsByAccount = new Map<string, string>()

  constructor(db: ReadDb, pack: CampaignPackage) {
    this.#db = db
    this.#pack = pack
  }

  /** Our id of what is `id` to them. */
  ours(id: string): string {
    return this.#ids.get(id) ?? id
  }

  /** Their row is ours under this id from now on. */
  settle(theirs: string, ours: string): void {
    this.#ids.set(theirs, ours)
  }

  /** Their row, or one of its earlier states, with our ids in it. */
  translate<Image extends Record<string, unknown>>(table: CampaignTable, row: Image): Image {
    const columns = ['id', ...Object.keys(references[table])].filter((column) => typeof row[column] === 'string')
    return { ...row, ...Object.fromEntries(columns.map((column) => [column, this.ours(String(row[column]))])) }
  }

  /** Our rows for the rows of one table, by their ids; the tables before it must have been matched. */
  async match(table: CampaignTable): Promise<Map<string, Match>> {
    const theirs = this.#pack.rows[table]
    const sameId = await this.#rowsById(
      table,
      theirs.map(({ id }) => id),
    )
    const matches = new Map<string, Match>([...sameId].map(([id, row]) => [id, { row, by: 'id' }]))
    const taken = new Set(sameId.keys())
    const settle = async (candidates: ReadonlyMap<string, string>, by: Match['by']) => {
      const rows = await this.#rowsById(table, [...candidates.values()])
      for (const { id } of theirs) {
        const row = rows.get(candidates.get(id) ?? '')
        // Two creators of theirs may have been merged into one of ours, and their work in one campaign with them.
        const mayShare = (table === 'creator' && by === 'record') || (table === 'collaboration' && by === 'likeness')
        if (matches.has(id) || !row || (taken.has(row.id) && !mayShare)) continue
        matches.set(id, { row, by })
        taken.add(row.id)
        this.#ids.set(id, row.id)
      }
    }
    await settle(await this.#recorded(table), 'record')
    await settle(await this.#alike(table), 'likeness')
    return matches
  }

  async #recorded(table: CampaignTable): Promise<Map<string, string>> {
    const ids = this.#pack.rows[table].map(({ id }) => id)
    const kept = await inChunks(ids, (chunk) =>
      this.#db.selectFrom('foreign_row').selectAll().where('table_name', '=', table).where('id', 'in', chunk).execute(),
    )
    const fromFile = this.#pack.aliases.filter((line) => line.table === table).map(({ id, alias }) => [id, alias] as const)
    return new Map([...fromFile, ...kept.map((row) => [row.id, row.row_id] as const)])
  }

  async #alike(table: CampaignTable): Promise<Map<string, string>> {
    if (table === 'creator') {
      await this.#matchCreatorsByAccount()
      return this.#creatorsByAccount
    }
    const ours = await this.#oursByKey(table)
    return new Map(
      this.#pack.rows[table].flatMap((row) => {
        const match = ours.get(naturalKeyOf(table, this.translate(table, row)) ?? '')
        return match ? [[row.id, match.id] as const] : []
      }),
    )
  }

  async #matchCreatorsByAccount(): Promise<void> {
    const ours = await this.#oursByKey('account')
    const primaryFirst = this.#pack.rows.account.toSorted((a, b) => Number(b['is_primary']) - Number(a['is_primary']))
    for (const account of primaryFirst) {
      const match = ours.get(naturalKeyOf('account', account) ?? '')
      const creator = String(account['creator_id'])
      if (match && !this.#creatorsByAccount.has(creator)) this.#creatorsByAccount.set(creator, String(match['creator_id']))
    }
  }

  /** Our rows that might stand for the same thing as one of theirs, by natural key. */
  async #oursByKey(table: CampaignTable): Promise<Map<string, Row>> {
    const telling = naturalKeys[table]?.at(-1)
    if (telling === undefined) return new Map()
    const values = this.#pack.rows[table].map((row) => String(this.translate(table, row)[telling]))
    const rows = await inChunks([...new Set(values)], (chunk) =>
      this.#db
        .selectFrom(table as 'client')
        .selectAll()
        .where(telling as 'id', 'in', chunk)
        .execute(),
    )
    return new Map(rows.map((row) => [naturalKeyOf(table, { ...row }) ?? '', { ...row }]))
  }

  async #rowsById(table: CampaignTable, ids: readonly string[]): Promise<Map<string, Row>> {
    const rows = await inChunks(ids, (chunk) =>
      this.#db
        .selectFrom(table as 'client')
        .selectAll()
        .where('id', 'in', chunk)
        .execute(),
    )
    return new Map(rows.map((row) => [row.id, { ...row }]))
  }
}
