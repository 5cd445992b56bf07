import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { DraftNote } from '../../../ui/DraftNote.tsx'
import { useDraft } from '../../../ui/drafts.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { counted } from '../../../ui/format.ts'
import { ProblemNote } from '../../../ui/states.tsx'
import type { Collaboration } from '../campaign-words.ts'
import { draftOf, termsOf } from './compensation-draft.ts'
import { CompensationEditor } from './CompensationEditor.tsx'

interface CompensationDialogProps {
  collaborations: readonly Collaboration[]
  currency: string
  onClose: () => void
}

/** The same compensation for a selection of creators, or one creator's. */
export function CompensationDialog({ collaborations, currency, onClose }: CompensationDialogProps) {
  const only = collaborations.length === 1 ? collaborations[0] : undefined
  const [agreed] = useState(() => draftOf(only?.compensation ?? null, currency))
  const draft = useDraft(`compensation/${collaborations.map(({ id }) => id).join(' ')}`, agreed)
  const terms = termsOf(draft.values)
  const end = () => {
    draft.discard()
    onClose()
  }
  const save = useChange(client.campaigns.updateCollaborations, {
    done: (_, { ids }) => `Compensation set for ${counted(ids.length, 'creator')}`,
    quiet: true,
    onDone: end,
  })
  return (
    <Dialog onClose={onClose} width={560} title={`Compensation of ${only?.creatorName ?? counted(collaborations.length, 'creator')}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (terms) save.mutate({ ids: collaborations.map(({ id }) => id), changes: { compensation: terms } })
        }}
      >
        <DraftNote draft={draft} />
        <CompensationEditor draft={draft.values} onChange={draft.change} />
        <ProblemNote error={save.error} />
        <Group justify="flex-end" gap="xs" mt="md">
          <Button onClick={end}>Cancel</Button>
          <Button variant="filled" type="submit" disabled={terms === null} loading={save.isPending}>
            Set compensation
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
