import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Answer } from '../../ui/states.tsx'
import { AudienceTab } from '../audiences/AudienceTab.tsx'
import { ProfileTab } from '../profiles/ProfileTab.tsx'
import { SamplesTab } from '../profiles/SamplesTab.tsx'
import type { CreatorOfPanel } from './creator-types.ts'
import { CreatorHeader } from './CreatorHeader.tsx'
import { CreatorHistory } from './CreatorHistory.tsx'
import { CreatorOverview } from './CreatorOverview.tsx'
import { CreatorRates } from './CreatorRates.tsx'
import { CreatorWork } from './CreatorWork.tsx'
import { EditCreator } from './EditCreator.tsx'

const route = getRouteApi('/roster/$creatorId')

/** One creator beside the roster. */
export function CreatorPanel() {
  const { creatorId } = route.useParams()
  const navigate = route.useNavigate()
  const creator = useQuery(api.creators.show.queryOptions({ input: { id: creatorId } }))
  const [editedId, setEditedId] = useState<string | null>(null)
  const isEditing = editedId === creatorId
  return (
    <Panel
      label={creator.data?.name ?? 'Creator'}
      header={creator.data && <CreatorHeader creator={creator.data} isEditing={isEditing} onEdit={() => setEditedId(creatorId)} />}
      onClose={() => (isEditing ? setEditedId(null) : void navigate({ to: '/roster', search: (now) => now }))}
    >
      <Answer query={creator} what="The creator could not be shown">
        {(data) =>
          isEditing ? (
            <EditCreator key={data.id} creator={data} onDone={() => setEditedId(null)} />
          ) : (
            <CreatorTabs key={data.id} creator={data} />
          )
        }
      </Answer>
    </Panel>
  )
}

function CreatorTabs({ creator }: { creator: CreatorOfPanel }) {
  return (
    <Tabs defaultValue="overview" keepMounted={false} styles={{ tab: { paddingInline: 8 } }}>
      <Tabs.List mb="md">
        <Tabs.Tab value="overview">Overview</Tabs.Tab>
        <Tabs.Tab value="audience">Audience</Tabs.Tab>
        <Tabs.Tab value="samples">Samples</Tabs.Tab>
        <Tabs.Tab value="profile">Profile</Tabs.Tab>
        <Tabs.Tab value="rates">Rates</Tabs.Tab>
        <Tabs.Tab value="work">Work</Tabs.Tab>
        <Tabs.Tab value="history">History</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="overview">
        <CreatorOverview creator={creator} />
      </Tabs.Panel>
      <Tabs.Panel value="audience">
        <AudienceTab creatorId={creator.id} accounts={creator.accounts} />
      </Tabs.Panel>
      <Tabs.Panel value="samples">
        <SamplesTab creatorId={creator.id} accounts={creator.accounts} />
      </Tabs.Panel>
      <Tabs.Panel value="profile">
        <ProfileTab creatorId={creator.id} />
      </Tabs.Panel>
      <Tabs.Panel value="rates">
        <CreatorRates creator={creator} />
      </Tabs.Panel>
      <Tabs.Panel value="work">
        <CreatorWork creator={creator} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <CreatorHistory creatorId={creator.id} />
      </Tabs.Panel>
    </Tabs>
  )
}
