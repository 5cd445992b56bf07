import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'

/** The small button at the end of a line; what it did can be undone. */
export function TakeOut({ what, onClick }: { what: string; onClick: () => void }) {
  return (
    <Tooltip label="Take out">
      <ActionIcon aria-label={`Take ${what} out`} onClick={onClick}>
        <IconTrash size={16} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  )
}
