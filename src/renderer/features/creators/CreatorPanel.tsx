import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Answer } from '../../ui/states.tsx'

const route = getRouteApi('/roster/$creatorId')

/** One creator beside the roster. */
export function CreatorPanel() {
  const { creatorId } = route.useParams()
  const navigate = route.useNavigate()
  const creator = useQuery(api.creators.show.queryOptions({ input: { id: creatorId } }))
  return (
    <Panel label="Creator" header={creator.data?.name ?? ' '} onClose={() => void navigate({ to: '/roster', search: (now) => now })}>
      <Answer query={creator} what="The creator could not be shown">{({ name }) => name}</Answer>
    </Panel>
  )
}
