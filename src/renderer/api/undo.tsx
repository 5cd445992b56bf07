import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { notifications } from '@mantine/notifications'
import { client } from './client.ts'
import { problemOf } from './problem.ts'

const closeButtonProps = { 'aria-label': 'Close', size: 24 }
const undoStaysMs = 10_000
/** Only the newest change is on offer; a stack would cover what one works on, and what is older is in the history. */
let offered: string | null = null

/** Says what was done, and offers to take it back for ten seconds where there is something to take back. */
export function sayDone(message: string, entryId?: string | null): void {
  const id = `done-${entryId ?? crypto.randomUUID()}`
  const undo = async () => {
    notifications.hide(id)
    if (entryId) await takeBack(entryId)
  }
  if (offered) notifications.hide(offered)
  offered = id
  notifications.show({
    id,
    withCloseButton: true,
    closeButtonProps,
    autoClose: entryId ? undoStaysMs : 4000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" lineClamp={3}>
          {message}
        </Text>
        {entryId && (
          <Button variant="subtle" size="compact-xs" flex="none" onClick={() => void undo()}>
            Undo
          </Button>
        )}
      </Group>
    ),
  })
}

/** Says what went wrong, with its code. Stays until it is closed. */
export function sayProblem(error: unknown): void {
  const { code, message } = problemOf(error)
  notifications.show({
    id: `problem-${code}`,
    color: 'red',
    autoClose: false,
    withCloseButton: true,
    closeButtonProps,
    icon: <IconAlertTriangle size={16} stroke={1.5} />,
    title: message,
    message: (
      <Text size="xs" c="dimmed" ff="monospace">
        {code}
      </Text>
    ),
  })
}

/** Undoes one change, or the newest that is not undone; says what was undone and offers to do it again. False where it could not be. */
export async function takeBack(entryId?: string): Promise<boolean> {
  try {
    const undone = await client.workspace.undo(entryId ? { entryId } : {})
    sayDone(spoken(undone.summary), undone.entryId)
    return true
  } catch (error) {
    sayProblem(error)
    return false
  }
}

/** The engine says what was taken back; taking back an undo does the thing again. */
function spoken(summary: string): string {
  const [, redone] = /^Undid: (.*)$/.exec(summary) ?? []
  return redone === undefined ? `Undid: ${summary}` : `Done again: ${redone}`
}
