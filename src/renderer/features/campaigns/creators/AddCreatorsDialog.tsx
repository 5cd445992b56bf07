import { Button, Group, MultiSelect, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import type { CreatorFilter } from '#src/shared/contract/creators.ts'
import type { AccountTier } from '#src/shared/domain/tiers.ts'
import { api, client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { counted } from '../../../ui/format.ts'
import { EmptyState, ProblemNote } from '../../../ui/states.tsx'
import { PagedTable } from '../../../ui/table/DataTable.tsx'
import { useKeptSelection } from '../../../ui/table/selection.ts'
import type { Column, Sort } from '../../../ui/table/columns.ts'
import { usePagedRows } from '../../../ui/table/use-paged-rows.ts'
import { tierWord } from '../../../ui/TierChip.tsx'
import { rosterColumns, type Creator } from '../../creators/columns.tsx'
import { WithPeers } from '../../creators/FollowerTrend.tsx'
import { platformLabel } from '../../creators/platform-label.ts'
import { SearchField } from '../../../ui/SearchField.tsx'
import { useCampaign } from '../use-campaign.ts'
import classes from './creators.module.css'

type Filter = z.input<typeof CreatorFilter>
const route = getRouteApi('/campaigns/$campaignId/creators/add')
const rosterPart = rosterColumns.filter(({ id }) => ['name', 'platform', 'tier', 'followers', 'engagement', 'country'].includes(id))
const sortable = ['name', 'followers', 'engagement'] as const

/** Chooses creators from the whole roster for this campaign. */
export function AddCreatorsDialog() {
  const { campaignId } = route.useParams()
  const navigate = route.useNavigate()
  const { data: campaign } = useCampaign(campaignId)
  const [filter, setFilter] = useState<Filter>({})
  const [sort, setSort] = useState<Sort>({ id: 'followers', direction: 'descending' })
  const selection = useKeptSelection(`campaigns/${campaignId}/creators`)
  const { rows, isChanging } = usePagedRows<Creator>({
    key: JSON.stringify([filter, sort]),
    tables: ['creator', 'account', 'snapshot'],
    fetch: (page) => client.creators.list({ ...filter, sort: sort.id as 'name', direction: sort.direction, ...page }),
  })
  const close = () => void navigate({ to: '/campaigns/$campaignId/creators', params: { campaignId }, search: (now) => now })
  const end = () => {
    selection.clear()
    close()
  }
  const add = useChange(client.campaigns.addCreators, {
    done: ({ added, alreadyIn }) => `${counted(added.length, 'creator')} added${alreadyIn > 0 ? `, ${alreadyIn} had been in already` : ''}`,
    quiet: true,
    onDone: end,
  })
  const present = new Set(campaign?.collaborations.map(({ creatorId }) => creatorId))
  const columns = [...rosterPart, presence(present)]
  const chosen = [...selection.ids].filter((id) => !present.has(id))
  return (
    <Dialog onClose={close} width={1000} title={campaign ? `Add creators to ${campaign.name}` : 'Add creators'}>
      <div className={classes.picker}>
        <Filters filter={filter} onFilter={setFilter} />
        <WithPeers>
          <PagedTable
            label="Roster"
            rows={rows}
            isChanging={isChanging}
            columns={columns}
            rowId={({ id }) => id}
            rowName={({ name }) => name}
            sortable={sortable}
            sort={sort}
            onSort={setSort}
            selection={selection}
            onOpen={({ id }) => selection.toggle(id)}
            onSelectAll={() => void client.creators.ids(filter).then((ids) => selection.replace(ids))}
            empty={<EmptyState title="No creator fits">Loosen the filter, or import creators into the roster first.</EmptyState>}
          />
        </WithPeers>
      </div>
      <ProblemNote error={add.error ?? rows.error} />
      <Group gap="xs" mt="sm">
        <Text c="dimmed" mr="auto">
          {selection.ids.size - chosen.length > 0
            ? `${counted(selection.ids.size - chosen.length, 'chosen creator')} already in the campaign`
            : counted(present.size, 'creator') + ' in the campaign so far'}
        </Text>
        <Button onClick={end}>Cancel</Button>
        <Button
          variant="filled"
          disabled={chosen.length === 0}
          loading={add.isPending}
          onClick={() => add.mutate({ id: campaignId, creatorIds: chosen })}
        >
          {chosen.length === 0 ? 'Add creators' : `Add ${counted(chosen.length, 'creator')}`}
        </Button>
      </Group>
    </Dialog>
  )
}

/** Says who is in the campaign already. */
function presence(present: ReadonlySet<string>): Column<Creator> {
  return {
    id: 'present',
    header: 'Campaign',
    width: 96,
    grow: 0,
    cell: ({ id }) => (present.has(id) ? <span className={classes.soft}>In already</span> : null),
  }
}

function Filters({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const { data: facets } = useQuery(api.creators.facets.queryOptions({ input: {} }))
  const pick = (label: string, key: 'tiers' | 'platforms' | 'niches' | 'countries', word: (value: string) => string) => (
    <MultiSelect
      aria-label={label}
      placeholder={(filter[key]?.length ?? 0) > 0 ? undefined : label}
      value={filter[key] ?? []}
      searchable
      w={150}
      className={classes.filter}
      data={(facets?.[key] ?? []).map(({ value, count }) => ({ value, label: `${word(value)} (${count})` }))}
      onChange={(values) => onFilter({ ...filter, [key]: values.length > 0 ? values : undefined })}
    />
  )
  return (
    <div className={classes.filters}>
      <SearchField
        isFirst
        label="Search the roster"
        value={filter.search ?? ''}
        onSearch={(search) => onFilter({ ...filter, search: search || undefined })}
      />
      {pick('Tier', 'tiers', (value) => tierWord(value as AccountTier))}
      {pick('Platform', 'platforms', platformLabel)}
      {pick('Niche', 'niches', (value) => value)}
      {pick('Country', 'countries', (value) => value)}
    </div>
  )
}
