import { Button, SegmentedControl } from '@mantine/core'
import { Link, getRouteApi, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyState } from '../../../ui/states.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useSelection } from '../../../ui/table/selection.ts'
import type { CampaignWithWork, Collaboration } from '../campaign-words.ts'
import { SearchField } from '../../../ui/SearchField.tsx'
import { TabFrame } from '../TabFrame.tsx'
import { useCampaign } from '../use-campaign.ts'
import { Board } from './Board.tsx'
import { collaborationColumns } from './collaboration-columns.tsx'
import { CreatorsSelection } from './CreatorsSelection.tsx'

const route = getRouteApi('/campaigns/$campaignId/creators')

/** The creators of a campaign, as a table to work on or as a board by stage. */
export function CreatorsTab() {
  const { campaignId } = route.useParams()
  const { data: campaign } = useCampaign(campaignId)
  return campaign ? <Creators campaign={campaign} /> : null
}

function Creators({ campaign }: { campaign: CampaignWithWork }) {
  const { view = 'table' } = route.useSearch()
  const navigate = route.useNavigate()
  const { collaborationId } = useParams({ strict: false })
  const [search, setSearch] = useState('')
  const selection = useSelection()
  const rows = campaign.collaborations.filter((row) => fits(row, search))
  const open = ({ id }: Collaboration) =>
    void navigate({
      to: '/campaigns/$campaignId/creators/$collaborationId',
      params: { campaignId: campaign.id, collaborationId: id },
      search: { view },
    })
  const add = (
    <Button
      variant="filled"
      renderRoot={(props) => (
        <Link {...props} to="/campaigns/$campaignId/creators/add" params={{ campaignId: campaign.id }} search={{ view }} />
      )}
    >
      Add creators
    </Button>
  )
  return (
    <TabFrame
      scrolls={false}
      tools={
        <SegmentedControl
          aria-label="View"
          data={[
            { value: 'table', label: 'Table' },
            { value: 'board', label: 'Board' },
          ]}
          value={view}
          onChange={(next) => void navigate({ to: '.', search: { view: next as 'table' }, replace: true })}
        />
      }
      actions={
        <>
          <Button renderRoot={(props) => <Link {...props} to="/match" search={{ campaignId: campaign.id }} />}>Find creators</Button>
          <SearchField label="Search the creators of this campaign" value={search} onSearch={setSearch} />
          {add}
        </>
      }
    >
      {view === 'board' && rows.length > 0 ? (
        <Board rows={rows} selection={selection} openId={collaborationId} onOpen={open} />
      ) : (
        <DataTable
          label="Creators of the campaign"
          rows={rows}
          columns={collaborationColumns}
          rowId={({ id }) => id}
          rowName={({ creatorName }) => creatorName}
          selection={selection}
          openId={collaborationId}
          onOpen={open}
          initialSort={{ id: 'creator', direction: 'ascending' }}
          empty={
            campaign.collaborations.length > 0 ? (
              <EmptyState title="Nobody fits">No creator of this campaign has “{search}” in the name, handle or code.</EmptyState>
            ) : (
              <EmptyState title="No creators yet" action={add}>
                Choose creators from the roster; then agree what they get, send the brief and make the contracts for all of them at once.
              </EmptyState>
            )
          }
        />
      )}
      <CreatorsSelection
        chosen={campaign.collaborations.filter(({ id }) => selection.ids.has(id))}
        selection={selection}
        currency={campaign.currency}
      />
    </TabFrame>
  )
}

function fits({ creatorName, handle, discountCode }: Collaboration, search: string): boolean {
  const text = search.toLowerCase()
  return [creatorName, handle, discountCode].some((word) => word?.toLowerCase().includes(text))
}
