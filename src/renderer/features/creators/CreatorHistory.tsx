import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { Answer } from '../../ui/states.tsx'
import { HistoryList } from '../workspace/HistoryList.tsx'

/** Every change of one creator, with a way back. */
export function CreatorHistory({ creatorId }: { creatorId: string }) {
  const history = useQuery(api.workspace.history.queryOptions({ input: { rowId: creatorId, limit: 100 } }))
  return (
    <Answer query={history} what="The history could not be read">
      {(entries) => <HistoryList entries={entries} />}
    </Answer>
  )
}
