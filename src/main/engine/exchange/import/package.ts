import type { AliasLine, HistoryLine, Manifest } from '../format/manifest.ts'
import type { RowsByTable } from '../format/tables.ts'

/** A campaign file that has been checked from its first byte to its last reference. */
export interface CampaignPackage {
  manifest: Manifest
  rows: RowsByTable
  history: HistoryLine[]
  aliases: AliasLine[]
  files: Map<string, Uint8Array>
}
