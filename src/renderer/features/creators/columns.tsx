import type { z } from 'zod'
import type { CreatorRow } from '#src/shared/contract/creators.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Ago, CompactCount, Count, Percent } from '../../ui/figures.tsx'
import { counted, notKnown } from '../../ui/format.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { TierChip } from '../../ui/TierChip.tsx'
import classes from './creators.module.css'
import { FollowerTrend } from './FollowerTrend.tsx'
import { platformLabel } from './platform-label.ts'
import { stageTones, stageWord } from './stages.ts'

export type Creator = z.infer<typeof CreatorRow>

/** Every column, in the order in which they are offered; the first always stands first. Their ids are what the engine sorts by. */
export const rosterColumns: readonly Column<Creator>[] = [
  { id: 'name', header: 'Creator', width: 224, grow: 2.4, cell: (row) => <NameCell row={row} /> },
  { id: 'handle', header: 'Handle', width: 130, grow: 1, cell: ({ handle }) => (handle === null ? notKnown : `@${handle}`) },
  { id: 'platform', header: 'Platform', width: 92, grow: 0.6, cell: ({ platform }) => (platform ? platformLabel(platform) : notKnown) },
  { id: 'tier', header: 'Tier', width: 58, grow: 0, isDescendingFirst: true, cell: ({ tier }) => <TierChip tier={tier} /> },
  {
    id: 'followers',
    header: 'Followers',
    width: 142,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    cell: (row) => <FollowersCell row={row} />,
  },
  {
    id: 'growth',
    header: 'Growth a month',
    width: 120,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    cell: ({ followerGrowthBp }) => <Growth basisPoints={followerGrowthBp} />,
  },
  {
    id: 'engagement',
    header: 'Engagement',
    width: 102,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    cell: (row) => <EngagementCell row={row} />,
  },
  { id: 'niches', header: 'Niche', width: 120, grow: 1, cell: ({ niches }) => <Words words={niches} /> },
  { id: 'country', header: 'Country', width: 104, grow: 0.6, cell: ({ country }) => country ?? notKnown },
  { id: 'city', header: 'City', width: 104, grow: 0.6, cell: ({ city }) => city ?? notKnown },
  {
    id: 'stage',
    header: 'Relationship',
    width: 116,
    grow: 0,
    cell: ({ stage }) => <StatusDot tone={stageTones[stage]}>{stageWord(stage)}</StatusDot>,
  },
  { id: 'tags', header: 'Tags', width: 120, grow: 1, cell: ({ tags }) => <Words words={tags} /> },
  { id: 'owner', header: 'Owner', width: 104, grow: 0.6, cell: ({ owner }) => owner ?? notKnown },
  {
    id: 'accounts',
    header: 'Accounts',
    width: 90,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    cell: ({ accountCount }) => <Count value={accountCount} />,
  },
  { id: 'updated', header: 'Changed', width: 96, grow: 0, isDescendingFirst: true, cell: ({ updatedAt }) => <Ago value={updatedAt} /> },
]

/** Shown until a person chooses others. */
export const usualColumns = ['name', 'platform', 'tier', 'followers', 'engagement', 'niches', 'country', 'stage'] as const

function NameCell({ row: { name, handle, accountCount, doNotContact } }: { row: Creator }) {
  return (
    <>
      <Avatar name={name} />
      <span className={classes.name} title={name}>
        {name}
      </span>
      {handle && (
        <span className={classes.handle} title={handle}>
          @{handle}
        </span>
      )}
      {accountCount > 1 && (
        <span className={classes.more} title={counted(accountCount, 'account')}>
          +{accountCount - 1}
        </span>
      )}
      {doNotContact && <span className={classes.stop}>Do not contact</span>}
    </>
  )
}

function FollowersCell({ row: { name, followers, followerTrend, platform, tier } }: { row: Creator }) {
  return (
    <>
      <FollowerTrend of={name} values={followerTrend} platform={platform} tier={tier} />
      <span className={classes.figure}>
        <CompactCount value={followers} />
      </span>
    </>
  )
}

function EngagementCell({ row: { engagementRateBp, engagementBasis } }: { row: Creator }) {
  return (
    <>
      {engagementBasis === 'stated' && (
        <span className={classes.basis} title="As the list states it">
          stated
        </span>
      )}
      <Percent basisPoints={engagementRateBp} decimals={1} />
    </>
  )
}

/** From A, as the column is sorted by them. */
function Words({ words }: { words: readonly string[] }) {
  const [first, ...rest] = words.toSorted((a, b) => a.localeCompare(b))
  if (first === undefined) return notKnown
  return (
    <span className={classes.cut} title={[first, ...rest].join(', ')}>
      {first}
      {rest.length > 0 && <span className={classes.soft}> +{rest.length}</span>}
    </span>
  )
}

function Growth({ basisPoints }: { basisPoints: number | null }) {
  const sign = basisPoints !== null && basisPoints > 0 ? '+' : ''
  return (
    <span title="Of followers, over up to six months">
      {sign}
      <Percent basisPoints={basisPoints} decimals={1} />
    </span>
  )
}
