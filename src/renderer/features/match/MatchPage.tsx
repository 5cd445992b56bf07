import { Button } from '@mantine/core'
import { skipToken, useQuery, keepPreviousData } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { Page } from '../../frame/Page.tsx'
import { counted } from '../../ui/format.ts'
import { EmptyState, LoadingLines, ProblemState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useSelection } from '../../ui/table/selection.ts'
import { columnsFor } from './match-columns.tsx'
import { emptyNeed, isAsked, type Need } from './match-search.ts'
import classes from './match.module.css'
import { MatchPanel } from './MatchPanel.tsx'
import { MatchSelection } from './MatchSelection.tsx'
import { MatchSummary } from './MatchSummary.tsx'
import { MatchTabs } from './MatchTabs.tsx'
import { NeedForm } from './NeedForm.tsx'

const route = getRouteApi('/match')

/** What a campaign needs on the left, who fits it on the right, the best first. */
export function MatchPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { campaignId, openId } = search
  const drawn = useQuery(api.match.need.queryOptions({ input: campaignId && !search.need ? { campaignId } : skipToken }))
  const need = search.need ?? (campaignId ? drawn.data?.need : emptyNeed)
  const asked = need && isAsked(need) ? need : undefined
  const found = useQuery(api.match.find.queryOptions({ input: asked ?? skipToken, placeholderData: keepPreviousData }))
  const selection = useSelection()
  const rows = (asked && found.data?.rows) ?? []
  const open = rows.find(({ creatorId }) => creatorId === openId)
  const change = (next: Need) => void navigate({ to: '.', search: { ...search, need: next }, replace: true })
  const show = (id: string | undefined) => void navigate({ to: '.', search: { ...search, openId: id }, replace: true })
  const chosen = rows.filter(({ slot }) => slot !== null)
  const error = found.error ?? drawn.error
  return (
    <Page
      title="Match"
      count={asked && found.data?.fitting}
      scrolls={false}
      tabs={<MatchTabs />}
      actions={
        chosen.length > 0 && (
          <Button onClick={() => selection.replace(chosen.map(({ creatorId }) => creatorId))}>
            Select the mix: {counted(chosen.length, 'creator')}
          </Button>
        )
      }
      panel={open && <MatchPanel row={open} onClose={() => show(undefined)} />}
    >
      <div className={classes.match}>
        <section className={classes.side} aria-label="What the campaign needs" tabIndex={0}>
          {need ? (
            <NeedForm need={need} from={search.need ? [] : (drawn.data?.from ?? [])} onChange={change} />
          ) : (
            <LoadingLines lines={10} />
          )}
        </section>
        <div className={classes.list}>
          {asked && found.data && <MatchSummary result={found.data} />}
          {error ? (
            <ProblemState error={error} what="Nobody could be matched" onRetry={() => void found.refetch()} />
          ) : need && !asked ? (
            <EmptyState title="Say what the campaign needs">
              A word or two of its subject, a tier, a country or a budget is enough to rank the roster by.
            </EmptyState>
          ) : !found.data || !need ? (
            <div className={classes.waiting}>
              <LoadingLines lines={12} />
            </div>
          ) : (
            <DataTable
              label="Creators who fit"
              rows={rows}
              columns={columnsFor(need)}
              rowId={({ creatorId }) => creatorId}
              rowName={({ name }) => name}
              selection={selection}
              openId={openId}
              onOpen={({ creatorId }) => show(creatorId)}
              empty={
                <EmptyState title="Nobody fits">
                  {found.data.creators === 0
                    ? 'There are no creators yet. Import a list or add one under Roster.'
                    : 'Ask for fewer words, another tier or a lower engagement floor.'}
                </EmptyState>
              }
            />
          )}
          {need && <MatchSelection selection={selection} need={need} />}
        </div>
      </div>
    </Page>
  )
}
