import { soundFigures } from '#src/shared/domain/vetting/figures.ts'
import { measuresOf, newestWith } from '#src/shared/domain/vetting/measures.ts'
import { peerGroupOf, type PeerGroup } from '#src/shared/domain/vetting/peer-group.ts'
import { tierOf, type AccountTier, type TierBand } from '#src/shared/domain/tiers.ts'
import type { Connection } from '../../db/connection.ts'
import { pauses } from '../../db/next-turn.ts'
import type { WorkspaceFolder } from '../../db/workspace-folder.ts'
import { accountReader } from './account-reader.ts'

/** So many creators, spread over the whole roster, say what is usual; more would only take longer. */
const mostPeers = 3000

interface Kept {
  key: string
  groups: Promise<PeerGroup[]>
}

const kept = new WeakMap<WorkspaceFolder, Kept>()

/** How accounts lie among their peers, by platform and band: made once and kept until creators, their figures or the bands change. */
export function peerGroups({ workspace, bands, today }: { workspace: WorkspaceFolder; bands: readonly TierBand[]; today: string }) {
  const key = JSON.stringify([figuresVersion(workspace.reader), bands, today])
  const known = kept.get(workspace)
  if (known?.key === key) return known.groups
  const groups = groupsOf(workspace.reader, bands, today)
  kept.set(workspace, { key, groups })
  // One that failed is tried again.
  groups.catch(() => kept.delete(workspace))
  return groups
}

/** Changes whenever a creator, an account or a snapshot has changed. */
function figuresVersion(db: Connection): number[] {
  const newest = db.prepare('SELECT max(id) FROM journal_change WHERE table_name = ?').pluck()
  return ['creator', 'account', 'snapshot'].map((table) => (newest.get(table) as number | null) ?? 0)
}

async function groupsOf(db: Connection, bands: readonly TierBand[], today: string): Promise<PeerGroup[]> {
  const reader = accountReader(db)
  const count = db.prepare('SELECT count(*) FROM roster_row').pluck().get() as number
  const members = db
    .prepare('SELECT account_id, platform FROM roster_row WHERE search_id % ? = 0 AND is_archived = 0 AND account_id IS NOT NULL')
    .raw()
    .all(Math.max(1, Math.ceil(count / mostPeers))) as [accountId: string, platform: string][]
  const groups = new Map<string, { platform: string; tier: AccountTier; members: ReturnType<typeof measuresOf>[] }>()
  const pause = pauses()
  for (const [accountId, platform] of members) {
    const { figures } = soundFigures(reader.figures(accountId), today)
    const tier = tierOf(newestWith(figures, ({ followers }) => followers)?.value, bands)
    if (tier !== null) {
      const key = `${platform} ${tier}`
      const group = groups.get(key) ?? { platform, tier, members: [] }
      group.members.push(measuresOf(figures))
      groups.set(key, group)
    }
    await pause()
  }
  return [...groups.values()].map((group) => peerGroupOf(group.platform, group.tier, group.members))
}
