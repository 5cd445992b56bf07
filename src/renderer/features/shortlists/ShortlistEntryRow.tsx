import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { ShortlistEntry } from '#src/shared/contract/shortlists.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { CompactCount, Percent } from '../../ui/figures.tsx'
import { notKnown } from '../../ui/format.ts'
import { useSavedText } from '../../ui/saved-text.ts'
import { TierChip } from '../../ui/TierChip.tsx'
import { platformLabel } from '../creators/platform-label.ts'
import classes from './shortlists.module.css'

interface ShortlistEntryRowProps {
  shortlistId: string
  entry: z.infer<typeof ShortlistEntry>
  /** From 0. */
  place: number
  count: number
  isChosen: boolean
  /** Something is dragged over it. */
  isOver: boolean
  onChoose: () => void
  onMove: (to: number) => void
  onDrag: (creatorId: string | null) => void
  onOver: () => void
  onDrop: () => void
}

/** One creator of a shortlist, with what is to be remembered of them. */
export function ShortlistEntryRow({ shortlistId, entry, place, count, isChosen, isOver, ...on }: ShortlistEntryRowProps) {
  const { creator, note, isInCampaign, isArchived } = entry
  const { id, name, handle } = creator
  const save = useChange(client.shortlists.setNote, { done: 'Note saved' })
  const field = useSavedText(note, (next) => save.mutate({ id: shortlistId, creatorId: id, note: next }))
  const marks = [isInCampaign && 'in the campaign', isArchived && 'archived', creator.doNotContact && 'do not contact'].filter(Boolean)
  return (
    <tr
      data-chosen={isChosen || undefined}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        on.onOver()
      }}
      onDrop={on.onDrop}
    >
      <td>
        <input type="checkbox" className={classes.box} aria-label={`Select ${name}`} checked={isChosen} onChange={on.onChoose} />
      </td>
      <td className={classes.number}>{place + 1}</td>
      <td>
        <span className={classes.creator}>
          <span
            className={classes.grip}
            title="Drag to another place"
            draggable
            onDragStart={() => on.onDrag(id)}
            onDragEnd={() => on.onDrag(null)}
          >
            <IconGripVertical size={14} stroke={1.5} aria-hidden />
          </span>
          <Avatar name={name} />
          <Link to="/roster/$creatorId" params={{ creatorId: id }} className={classes.name} title={name}>
            {name}
          </Link>
          {handle && <span className={classes.soft}>@{handle}</span>}
          {marks.length > 0 && <span className={classes.mark}>{marks.join(', ')}</span>}
        </span>
      </td>
      <td>{creator.platform ? platformLabel(creator.platform) : notKnown}</td>
      <td>
        <TierChip tier={creator.tier} />
      </td>
      <td className={classes.number}>
        <CompactCount value={creator.followers} />
      </td>
      <td className={classes.number}>
        <Percent basisPoints={creator.engagementRateBp} decimals={1} />
      </td>
      <td className={classes.note}>
        <TextInput aria-label={`Note on ${name}`} placeholder="Add a note" variant="unstyled" size="xs" {...field} />
      </td>
      <td className={classes.order}>
        <Tooltip label="Move up">
          <ActionIcon
            variant="transparent"
            className={classes.arrow}
            size={24}
            aria-label={`Move ${name} up`}
            disabled={place === 0}
            onClick={() => on.onMove(place - 1)}
          >
            <IconArrowUp size={14} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Move down">
          <ActionIcon
            variant="transparent"
            className={classes.arrow}
            size={24}
            aria-label={`Move ${name} down`}
            disabled={place === count - 1}
            onClick={() => on.onMove(place + 1)}
          >
            <IconArrowDown size={14} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </td>
    </tr>
  )
}
