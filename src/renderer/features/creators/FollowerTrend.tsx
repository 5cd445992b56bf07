import { useQuery } from '@tanstack/react-query'
import { createContext, use, useMemo, type ReactNode } from 'react'
import type { z } from 'zod'
import type { PeerGrowth } from '#src/shared/contract/creators.ts'
import { growthCourse } from '#src/shared/domain/peer-growth.ts'
import type { AccountTier } from '#src/shared/domain/tiers.ts'
import { api } from '../../api/client.ts'
import { formatPercent } from '../../ui/format.ts'
import { Sparkline } from '../../ui/Sparkline.tsx'

type Growth = z.infer<typeof PeerGrowth>
type Peers = ReadonlyMap<string, Growth>

const noPeers: Peers = new Map()
const PeersContext = createContext<Peers>(noPeers)

/** Asks once what is usual among peers, for every trend within. */
export function WithPeers({ children }: { children: ReactNode }) {
  const { data } = useQuery(api.creators.peerGrowth.queryOptions({ input: {} }))
  const peers = useMemo(() => new Map((data ?? []).map((group) => [keyOf(group.platform, group.tier), group])), [data])
  return <PeersContext value={peers}>{children}</PeersContext>
}

interface FollowerTrendProps {
  /** Whose followers: a name or a handle. */
  of: string
  values: readonly number[]
  platform: string | null
  tier: AccountTier | null
}

/** Followers over the last months, before the band in which the middle half of the peers would have grown from the same beginning. */
export function FollowerTrend({ of, values, platform, tier }: FollowerTrendProps) {
  const growth = use(PeersContext).get(keyOf(platform ?? '', tier ?? ''))
  const [first] = values
  const label = `Followers of ${of} in the last ${values.length} months`
  if (!growth || first === undefined) return <Sparkline values={values} label={label} />
  const course = (growthBp: number) => growthCourse(first, growthBp, values.length)
  const usual = `${formatPercent(growth.lowMonthlyBp, 1)} to ${formatPercent(growth.highMonthlyBp, 1)} a month is usual among ${growth.peers} peers`
  return (
    <span title={usual}>
      <Sparkline
        values={values}
        band={{ low: course(growth.lowMonthlyBp), high: course(growth.highMonthlyBp) }}
        label={`${label}; ${usual}`}
      />
    </span>
  )
}

function keyOf(platform: string, tier: string): string {
  return `${platform} ${tier}`
}
