import { Button, Group, Popover, Textarea } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useDraft } from '../../ui/drafts.ts'
import classes from './measurement.module.css'
import type { SheetRow } from './verdict.ts'

/** Notes on the quality of the comments and the like, written in place. */
export function SheetNotes({ row: { collaborationId, creatorName, notes } }: { row: SheetRow }) {
  const [isOpen, setOpen] = useState(false)
  const draft = useDraft(`notes/${collaborationId}`, { text: notes ?? '' })
  const end = () => {
    draft.discard()
    setOpen(false)
  }
  const save = useChange(client.campaigns.updateCollaborations, { done: 'Note saved', onDone: end })
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} withinPortal trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.note}
          data-empty={notes === null || undefined}
          title={notes ?? undefined}
          aria-label={notes ? `Notes on ${creatorName}: ${notes}` : `Add a note on ${creatorName}`}
          onClick={() => setOpen(!isOpen)}
        >
          {notes ?? 'Add a note'}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate({ ids: [collaborationId], changes: { notes: draft.values.text.trim() || null } })
          }}
        >
          <DraftNote draft={draft} />
          <Textarea
            aria-label={`Notes on ${creatorName}`}
            data-autofocus
            minRows={3}
            placeholder="Quality of the comments, what worked, what to repeat"
            value={draft.values.text}
            onChange={({ currentTarget }) => draft.change({ text: currentTarget.value })}
          />
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button size="compact-sm" onClick={end}>
              Cancel
            </Button>
            <Button size="compact-sm" variant="filled" type="submit" loading={save.isPending}>
              Save note
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
