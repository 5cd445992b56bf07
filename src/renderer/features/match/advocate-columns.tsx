import { Avatar } from '../../ui/Avatar.tsx'
import { CompactCount } from '../../ui/figures.tsx'
import { StatusDot, type Tone } from '../../ui/StatusDot.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { TierChip } from '../../ui/TierChip.tsx'
import { platformLabel } from '../creators/platform-label.ts'
import type { Report } from './FileColumns.tsx'
import classes from './match.module.css'

type Known = Report['known'][number]
type Unknown = Report['unknown'][number]

const sureness: Readonly<Record<Known['certainty'], { tone: Tone; word: string }>> = {
  certain: { tone: 'good', word: 'Certain' },
  likely: { tone: 'accent', word: 'Likely' },
  possible: { tone: 'warn', word: 'Possible' },
}

function Sample({ text }: { text: string | null }) {
  return (
    <span className={classes.cut} title={text ?? undefined}>
      {text ?? '–'}
    </span>
  )
}

export const knownColumns: readonly Column<Known>[] = [
  {
    id: 'name',
    header: 'Creator',
    width: 200,
    grow: 1.5,
    value: ({ name }) => name,
    cell: ({ name, handle, doNotContact, archived }) => (
      <>
        <Avatar name={name} />
        <span className={classes.name} title={name}>
          {name}
        </span>
        {handle && <span className={classes.handle}>@{handle}</span>}
        {(doNotContact || archived) && <span className={classes.stop}>{doNotContact ? 'Do not contact' : 'Archived'}</span>}
      </>
    ),
  },
  {
    id: 'certainty',
    header: 'How sure',
    width: 92,
    grow: 0,
    value: ({ certainty }) => Object.keys(sureness).indexOf(certainty),
    cell: ({ certainty, why }) => (
      <span title={why}>
        <StatusDot tone={sureness[certainty].tone}>{sureness[certainty].word}</StatusDot>
      </span>
    ),
  },
  { id: 'why', header: 'Recognised by', width: 150, grow: 1.2, cell: ({ why }) => <Sample text={why} /> },
  {
    id: 'mentions',
    header: 'Rows',
    width: 62,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    value: ({ mentions }) => mentions.count,
    cell: ({ mentions }) => mentions.count,
  },
  { id: 'tier', header: 'Tier', width: 54, grow: 0, cell: ({ tier }) => <TierChip tier={tier} /> },
  { id: 'sample', header: 'What they said', width: 150, grow: 2, cell: ({ mentions }) => <Sample text={mentions.sample} /> },
]

/** One handle on one platform. */
export function unknownId({ platform, handle }: Unknown): string {
  return `${platform ?? ''} ${handle}`
}

export const unknownColumns: readonly Column<Unknown>[] = [
  {
    id: 'handle',
    header: 'Handle',
    width: 160,
    grow: 1,
    value: ({ handle }) => handle,
    cell: ({ handle, name }) => (
      <>
        <span className={classes.name} title={handle}>
          @{handle}
        </span>
        {name && (
          <span className={classes.handle} title={name}>
            {name}
          </span>
        )}
      </>
    ),
  },
  { id: 'platform', header: 'Platform', width: 96, grow: 0, cell: ({ platform }) => (platform ? platformLabel(platform) : '–') },
  {
    id: 'mentions',
    header: 'Mentions',
    width: 84,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    value: ({ mentions }) => mentions.count,
    cell: ({ mentions }) => mentions.count,
  },
  {
    id: 'followers',
    header: 'Followers',
    width: 88,
    grow: 0,
    align: 'end',
    isDescendingFirst: true,
    value: ({ followers }) => followers,
    cell: ({ followers }) => <CompactCount value={followers} />,
  },
  { id: 'sample', header: 'What they said', width: 180, grow: 2, cell: ({ mentions }) => <Sample text={mentions.sample} /> },
]
