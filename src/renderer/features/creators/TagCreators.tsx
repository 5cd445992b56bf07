import { Button, Popover, Stack, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { counted } from '../../ui/format.ts'

/** Puts tags on a selection of creators, and takes others off. */
export function TagCreators({ ids }: { ids: string[] }) {
  const [isOpen, setOpen] = useState(false)
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const facets = useQuery(api.creators.facets.queryOptions({ input: {}, enabled: isOpen }))
  const known = facets.data?.tags.map(({ value }) => value) ?? []
  const tag = useChange(client.creators.tag, {
    done: ({ changed }) => `Tagged ${counted(changed, 'creator')}`,
    onDone: () => {
      setOpen(false)
      setAdd([])
      setRemove([])
    },
  })
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top" width={300} trapFocus>
      <Popover.Target>
        <Button onClick={() => setOpen(!isOpen)}>Tag</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Tags">
        <Stack gap="sm">
          <TagsInput
            label="Add tags"
            placeholder="Type and press Enter"
            data={known}
            value={add}
            onChange={setAdd}
            comboboxProps={{ withinPortal: false }}
            data-autofocus
          />
          <TagsInput label="Remove tags" data={known} value={remove} onChange={setRemove} comboboxProps={{ withinPortal: false }} />
          <Button
            variant="filled"
            disabled={add.length + remove.length === 0}
            loading={tag.isPending}
            onClick={() => tag.mutate({ ids, add, remove })}
          >
            Tag {counted(ids.length, 'creator')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
