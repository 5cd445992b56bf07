import type { CampaignTable, Row } from '../format/tables.ts'
import type { Match } from './match.ts'
import type { CampaignPackage } from './package.ts'

/** Their creators that are ours under another id, and what hangs on them. */
export class HeldCreators {
  readonly #creators = new Set<string>()
  /** Their accounts whose figures are not taken over. */
  readonly #accounts = new Set<string>()
  /** Their accounts that work of the campaign refers to, which must come along. */
  readonly #needed: ReadonlySet<unknown>

  constructor({ rows }: CampaignPackage) {
    this.#needed = new Set(rows.collaboration.map((row) => row['account_id']))
  }

  note(table: CampaignTable, theirs: Row, { by }: Match): void {
    if (by === 'id') return
    if (table === 'creator') this.#creators.add(theirs.id)
    if (table === 'account' && this.#creators.has(String(theirs['creator_id']))) this.#accounts.add(theirs.id)
  }

  holds(table: CampaignTable, theirs: Row): boolean {
    return (
      (table === 'creator' && this.#creators.has(theirs.id)) || (table === 'account' && this.#creators.has(String(theirs['creator_id'])))
    )
  }

  /** Whether a row that is not here stays out, because it belongs to a creator who stays ours. */
  leavesOut(table: CampaignTable, theirs: Row): boolean {
    if (table === 'snapshot') return this.#accounts.has(String(theirs['account_id']))
    if (table === 'rate') return this.#creators.has(String(theirs['creator_id']))
    if (table !== 'account' || !this.#creators.has(String(theirs['creator_id'])) || this.#needed.has(theirs.id)) return false
    this.#accounts.add(theirs.id)
    return true
  }

  /** An account that joins one of our creators never becomes a second primary one. */
  asNewcomer(table: CampaignTable, theirs: Row, translated: Row): Row {
    return table === 'account' && this.#creators.has(String(theirs['creator_id'])) ? { ...translated, is_primary: 0 } : translated
  }
}
