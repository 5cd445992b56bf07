import type { z } from 'zod'
import type { CreatorRow } from '#src/shared/contract/creators.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { CompactCount, Percent } from '../../ui/figures.tsx'
import { counted } from '../../ui/format.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { TierChip } from '../../ui/TierChip.tsx'
import classes from './creators.module.css'
import { FollowerTrend } from './FollowerTrend.tsx'
import { platformLabel } from './platform-label.ts'
import { stageTones, stageWord } from './stages.ts'

export type Creator = z.infer<typeof CreatorRow>

export const rosterColumns: readonly Column<Creator>[] = [
  { id: 'name', header: 'Creator', width: 224, grow: 2.4, cell: (row) => <NameCell row={row} /> },
  { id: 'platform', header: 'Platform', width: 92, grow: 0.6, cell: ({ platform }) => (platform ? platformLabel(platform) : '–') },
  { id: 'tier', header: 'Tier', width: 58, grow: 0, cell: ({ tier }) => <TierChip tier={tier} /> },
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
    id: 'engagement',
    header: 'Engagement',
    width: 102,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    cell: (row) => <EngagementCell row={row} />,
  },
  { id: 'niches', header: 'Niche', width: 120, grow: 1, cell: ({ niches }) => <Words words={niches} /> },
  {
    id: 'country',
    header: 'Country',
    width: 104,
    grow: 0.6,
    cell: ({ country }) =>
      country ? (
        <span className={classes.cut} title={country}>
          {country}
        </span>
      ) : (
        '–'
      ),
  },
  {
    id: 'stage',
    header: 'Relationship',
    width: 116,
    grow: 0,
    cell: ({ stage }) => <StatusDot tone={stageTones[stage]}>{stageWord(stage)}</StatusDot>,
  },
]

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

function Words({ words: [first, ...rest] }: { words: readonly string[] }) {
  if (first === undefined) return '–'
  return (
    <span className={classes.cut} title={[first, ...rest].join(', ')}>
      {first}
      {rest.length > 0 && <span className={classes.soft}> +{rest.length}</span>}
    </span>
  )
}
