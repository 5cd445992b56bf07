import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconDots, IconFileTypePdf, IconPencil, IconUsersGroup } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { useSave } from '../../api/use-save.ts'
import { counted } from '../../ui/format.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { TierChip } from '../../ui/TierChip.tsx'
import { Portrait } from '../profiles/Portrait.tsx'
import type { CreatorOfPanel } from './creator-types.ts'
import classes from './panel.module.css'
import { stageTones, stageWord } from './stages.ts'

interface CreatorHeaderProps {
  creator: CreatorOfPanel
  isEditing: boolean
  onEdit: () => void
}

/** Who it is, and what can be done with them. */
export function CreatorHeader({ creator, isEditing, onEdit }: CreatorHeaderProps) {
  const { id, name, tier, stage, doNotContact, archivedAt, tags } = creator
  const archive = useChange(client.creators.setArchived, {
    done: (_, { archived }) => (archived ? `Archived ${name}` : `Restored ${name}`),
  })
  const kit = useSave<{ fileName: string; pages: number }>()
  const saveKit = () =>
    kit.mutate({
      title: 'Save media kit',
      name: `${name} media kit.pdf`,
      write: (file) => client.reports.mediaKit({ creatorId: id, file }),
      done: ({ pages, fileName }) => `Wrote ${fileName}, ${counted(pages, 'page')}`,
    })
  return (
    <div className={classes.header}>
      <Portrait creatorId={id} name={name} />
      <div className={classes.who}>
        <h2 className={classes.name} title={name}>
          {name}
        </h2>
        <div className={classes.facts}>
          {tier && <TierChip tier={tier} isLong />}
          <StatusDot tone={stageTones[stage]}>{stageWord(stage)}</StatusDot>
          {doNotContact && <StatusDot tone="bad">Do not contact</StatusDot>}
          {archivedAt && <StatusDot tone="neutral">Archived</StatusDot>}
          {tags.map((tag) => (
            <span key={tag} className={classes.tag}>
              {tag}
            </span>
          ))}
        </div>
      </div>
      {!isEditing && (
        <Tooltip label="Edit">
          <ActionIcon aria-label="Edit the creator" onClick={onEdit}>
            <IconPencil size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label="More for this creator">
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconUsersGroup size={16} stroke={1.5} />}
            renderRoot={(props) => <Link {...props} to="/match/like/$creatorId" params={{ creatorId: id }} />}
          >
            Find creators like this one
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypePdf size={16} stroke={1.5} />} disabled={kit.isPending} onClick={saveKit}>
            Save media kit
          </Menu.Item>
          <Menu.Item
            leftSection={archivedAt ? <IconArchiveOff size={16} stroke={1.5} /> : <IconArchive size={16} stroke={1.5} />}
            onClick={() => archive.mutate({ ids: [id], archived: !archivedAt })}
          >
            {archivedAt ? 'Restore' : 'Archive'}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
