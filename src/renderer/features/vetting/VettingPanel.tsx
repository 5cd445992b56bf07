import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { Panel } from '../../ui/Panel.tsx'
import { VettingPart } from './VettingPart.tsx'

const route = getRouteApi('/vetting/$creatorId')

/** The vetting of one creator beside the list of reviews, with the way to the next. */
export function VettingPanel() {
  const { creatorId } = route.useParams()
  const navigate = route.useNavigate()
  const creator = useQuery(api.creators.show.queryOptions({ input: { id: creatorId } }))
  const open = useQuery(api.vetting.reviews.queryOptions({ input: { state: 'under way' } }))
  const others = open.data?.filter((review) => review.creatorId !== creatorId) ?? []
  const here = open.data?.findIndex((review) => review.creatorId === creatorId) ?? -1
  const next = others[Math.max(0, here)] ?? others[0]
  return (
    <Panel
      label={creator.data?.name ?? 'Vetting'}
      header={creator.data?.name ?? 'Vetting'}
      onClose={() => void navigate({ to: '/vetting', search: (now) => now })}
      footer={
        <>
          <Button renderRoot={(props) => <Link {...props} to="/roster/$creatorId" params={{ creatorId }} />}>Open in the roster</Button>
          {next && (
            <Button
              renderRoot={(props) => (
                <Link {...props} to="/vetting/$creatorId" params={{ creatorId: next.creatorId }} search={(now) => now} />
              )}
            >
              Next: {next.creatorName}
            </Button>
          )}
        </>
      }
    >
      <VettingPart key={creatorId} creatorId={creatorId} />
    </Panel>
  )
}
