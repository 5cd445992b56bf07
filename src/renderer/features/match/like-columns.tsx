import type { z } from 'zod'
import type { LikeRow } from '#src/shared/contract/match.ts'
import { CompactCount, Percent } from '../../ui/figures.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { TierChip } from '../../ui/TierChip.tsx'
import { platformLabel } from '../creators/platform-label.ts'
import classes from './match.module.css'
import { ScoreBar } from './ScoreBar.tsx'
import { WhoCell } from './WhoCell.tsx'

export type Alike = z.infer<typeof LikeRow>

export const likeColumns: readonly Column<Alike>[] = [
  { id: 'rank', header: '#', width: 44, grow: 0, align: 'end', value: ({ rank }) => rank, cell: ({ rank }) => rank },
  {
    id: 'name',
    header: 'Creator',
    width: 200,
    grow: 2,
    value: ({ name }) => name,
    cell: (row) => <WhoCell row={row} />,
  },
  {
    id: 'alike',
    header: 'Alike',
    width: 96,
    grow: 0.5,
    isDescendingFirst: true,
    value: ({ likeness }) => likeness.points,
    cell: ({ likeness }) => <ScoreBar label="Alike" score={likeness} />,
  },
  { id: 'tier', header: 'Tier', width: 58, grow: 0, cell: ({ tier }) => <TierChip tier={tier} /> },
  { id: 'platform', header: 'Platform', width: 92, grow: 0.5, cell: ({ platform }) => (platform ? platformLabel(platform) : '–') },
  {
    id: 'followers',
    header: 'Followers',
    width: 92,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    value: ({ followers }) => followers,
    cell: ({ followers }) => <CompactCount value={followers} />,
  },
  {
    id: 'engagement',
    header: 'Engagement',
    width: 102,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    value: ({ engagementRateBp }) => engagementRateBp,
    cell: ({ engagementRateBp }) => <Percent basisPoints={engagementRateBp} decimals={1} />,
  },
  {
    id: 'why',
    header: 'First of all',
    width: 220,
    grow: 2,
    cell: ({ likeness: { facts } }) => (
      <span className={classes.cut} title={facts[0]?.words}>
        {facts[0]?.words ?? '–'}
      </span>
    ),
  },
]
