import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { counted } from '../../ui/format.ts'

/** Begins a review of each chosen creator and goes to them. */
export function VetSelection({ ids }: { ids: readonly string[] }) {
  const navigate = useNavigate()
  const start = useChange(client.vetting.startReviews, {
    done: ({ started }) => `Began ${counted(started.length, 'review')}`,
    onDone: () => void navigate({ to: '/vetting' }),
  })
  return (
    <Button loading={start.isPending} onClick={() => start.mutate({ creatorIds: [...ids] })}>
      Vet
    </Button>
  )
}
