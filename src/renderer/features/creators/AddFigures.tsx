import { Button, NumberInput, Popover, SimpleGrid, Stack } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { today } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/states.tsx'
import type { CreatorAccount, Figures } from './creator-types.ts'

const counts = [
  ['followers', 'Followers'],
  ['posts', 'Posts'],
  ['avgLikes', 'Likes a post'],
  ['avgComments', 'Comments a post'],
  ['avgShares', 'Shares a post'],
  ['avgViews', 'Views a post'],
] as const satisfies readonly (readonly [keyof Figures, string])[]

type Typed = Record<(typeof counts)[number][0], number | ''>

const nothing: Typed = { followers: '', posts: '', avgLikes: '', avgComments: '', avgShares: '', avgViews: '' }

/** New figures of an account, as they stood on a day; what is left empty stays unknown. */
export function AddFigures({ account: { id, handle } }: { account: CreatorAccount }) {
  const [isOpen, setOpen] = useState(false)
  const { form, kept } = useKeptForm(`accounts/${id}/figures`, { takenOn: today(), ...nothing })
  const add = useChange(client.creators.addSnapshot, {
    done: `Figures of @${handle} kept`,
    quiet: true,
    onDone: () => {
      setOpen(false)
      kept.discard()
    },
  })
  const submit = form.onSubmit(({ takenOn, ...typed }) => {
    const values = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
    add.mutate({ accountId: id, takenOn, values })
  })
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" ml="auto" onClick={() => setOpen(!isOpen)}>
          Update figures
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Figures of @${handle}`}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <DraftNote draft={kept} />
            <DateInput label="As of" required popoverProps={{ withinPortal: false }} {...form.getInputProps('takenOn')} />
            <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
              {counts.map(([name, label], place) => (
                <NumberInput
                  key={name}
                  data-autofocus={place === 0 || undefined}
                  label={label}
                  min={0}
                  allowDecimal={false}
                  {...form.getInputProps(name)}
                />
              ))}
            </SimpleGrid>
            <ProblemNote error={add.error} />
            <Button type="submit" variant="filled" loading={add.isPending}>
              Save figures
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
