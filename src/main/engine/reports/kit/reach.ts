import { TIERS } from '#src/shared/domain/tiers.ts'
import type { KitAccount, MediaKit } from '../../documents/mediaKit/types.ts'
import type { Proposal, ReachLine } from '../../documents/proposal/types.ts'
import { capitalised } from './names.ts'

const tiersLargestFirst = [...TIERS, 'below nano' as const].toSorted((a, b) => orderOf(b) - orderOf(a)).map(capitalised)
const unknownTier = 'Not known'

function orderOf(tier: (typeof TIERS)[number] | 'below nano'): number {
  return tier === 'below nano' ? -1 : TIERS.indexOf(tier)
}

/** Followers by the tier of each creator's first account, and by platform over all their accounts. People who follow several are counted
 *  once for each, and the pages say so. What is not known is counted apart, never as 0. */
export function reachOf(kits: readonly Pick<MediaKit, 'accounts'>[]): Proposal['reach'] {
  const firsts = kits.map(({ accounts }) => accounts[0] ?? null)
  const byTier = Map.groupBy(firsts, (account) => account?.tier ?? unknownTier)
  const tiers = [...tiersLargestFirst, unknownTier].flatMap((tier) => {
    const accounts = byTier.get(tier)
    return accounts ? [lineOf(tier, accounts)] : []
  })
  const byPlatform = Map.groupBy(
    kits.flatMap(({ accounts }, owner) => accounts.map((account) => ({ account, owner }))),
    ({ account }) => account.platform,
  )
  const platforms = [...byPlatform].map(([platform, found]) => ({
    ...lineOf(
      platform,
      found.map(({ account }) => account),
    ),
    creators: new Set(found.map(({ owner }) => owner)).size,
  }))
  return {
    tiers,
    platforms: platforms.toSorted((a, b) => (b.followers ?? -1) - (a.followers ?? -1) || a.label.localeCompare(b.label)),
    total: lineOf('All', firsts),
  }
}

function lineOf(label: string, accounts: readonly (KitAccount | null)[]): ReachLine {
  const known = accounts.flatMap((account) => account?.followers ?? [])
  return {
    label,
    creators: accounts.length,
    followers: known.length > 0 ? known.reduce((sum, count) => sum + count, 0) : null,
    unknown: accounts.length - known.length,
  }
}
