import { Button, NumberInput, Popover, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { ProblemNote } from '../../ui/states.tsx'
import { PlatformInput } from './PlatformInput.tsx'

type Typed = { platform: string; handle: string; followers: number | '' }

/** A further account of a creator, by handle or by the address of the profile. */
export function AddAccount({ creatorId }: { creatorId: string }) {
  const [isOpen, setOpen] = useState(false)
  const { form, kept } = useKeptForm<Typed>(`creators/${creatorId}/account`, { platform: '', handle: '', followers: '' })
  const add = useChange(client.creators.addAccount, {
    done: 'Account added',
    quiet: true,
    onDone: () => {
      setOpen(false)
      kept.discard()
    },
  })
  const submit = form.onSubmit(({ platform, handle, followers }) =>
    add.mutate({ creatorId, account: { platform, handle, ...(followers === '' ? {} : { values: { followers } }) } }),
  )
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={300} trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(!isOpen)}>
          Add account
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add account">
        <form onSubmit={submit}>
          <Stack gap="sm">
            <DraftNote draft={kept} />
            <PlatformInput {...form.getInputProps('platform')} data-autofocus />
            <TextInput label="Handle or profile address" required {...form.getInputProps('handle')} />
            <NumberInput label="Followers" min={0} allowDecimal={false} {...form.getInputProps('followers')} />
            <ProblemNote error={add.error} />
            <Button type="submit" variant="filled" loading={add.isPending}>
              Add account
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
