import { Button, Stack, TextInput } from '@mantine/core'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { ProblemNote } from '../../ui/states.tsx'

/** Another handle for an account, by name or by the address of the profile. */
export function EditHandle({ id, handle, onClose }: { id: string; handle: string; onClose: () => void }) {
  const { form, kept } = useKeptForm(`accounts/${id}/handle`, { handle })
  const update = useChange(client.creators.updateAccount, {
    done: 'Handle changed',
    quiet: true,
    onDone: () => {
      kept.discard()
      onClose()
    },
  })
  return (
    <Dialog title="Change the handle" onClose={onClose}>
      <form onSubmit={form.onSubmit((values) => update.mutate({ id, changes: values }))}>
        <Stack gap="sm">
          <DraftNote draft={kept} />
          <TextInput label="Handle or profile address" required data-autofocus {...form.getInputProps('handle')} />
          <ProblemNote error={update.error} />
          <Button type="submit" variant="filled" loading={update.isPending}>
            Save handle
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
