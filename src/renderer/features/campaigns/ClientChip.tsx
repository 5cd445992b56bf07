import { Pill } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

/** Says that the list is narrowed to one client, and lifts it. */
export function ClientChip({ clientId, onClear }: { clientId: string; onClear: () => void }) {
  const { data } = useQuery(api.clients.show.queryOptions({ input: { id: clientId } }))
  return (
    <Pill
      size="md"
      withRemoveButton
      onRemove={onClear}
      removeButtonProps={{ 'aria-label': 'Show the campaigns of all clients', 'aria-hidden': false }}
    >
      {data?.name ?? 'One client'}
    </Pill>
  )
}
