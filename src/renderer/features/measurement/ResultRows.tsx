import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import type { ResultRow } from '#src/shared/contract/measurement.ts'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Day, Money } from '../../ui/figures.tsx'
import { formatCount } from '../../ui/format.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { sentence } from '../campaigns/campaign-words.ts'
import type { Behind } from './behind.ts'
import classes from './measurement.module.css'

type Result = z.infer<typeof ResultRow>
const counts = ['impressions', 'reach', 'views', 'likes', 'comments', 'shares', 'saves', 'clicks', 'conversions', 'leads'] as const

/** What was entered about posts. */
export function ResultRows({ campaign, collaborationId }: Behind) {
  const navigate = useNavigate()
  const query = useQuery(api.measurement.results.queryOptions({ input: { campaignId: campaign.id, collaborationId } }))
  const remove = useChange(client.measurement.removeResults, { done: 'Results removed' })
  const correct = (result: string) =>
    void navigate({ to: '/campaigns/$campaignId/results/enter', params: { campaignId: campaign.id }, search: { result } })
  return (
    <Answer query={query} what="The results could not be read">
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title="No results entered">What platforms and shops say about a post stands here once it is entered.</EmptyState>
        ) : (
          <ul className={classes.rows}>
            {rows.map((row) => (
              <li key={row.id} className={classes.row}>
                <span className={classes.rowTitle}>
                  {row.creatorName}, <Day value={row.recordedOn} />
                </span>
                <span className={classes.rowAmount}>
                  {row.revenueMinor === null ? '' : <Money value={{ amountMinor: row.revenueMinor, currency: row.currency }} />}
                </span>
                <span className={classes.rowButtons}>
                  <Tooltip label="Correct">
                    <ActionIcon aria-label={`Correct the results of ${row.creatorName}`} onClick={() => correct(row.id)}>
                      <IconPencil size={16} stroke={1.5} />
                    </ActionIcon>
                  </Tooltip>
                  <Tooltip label="Remove">
                    <ActionIcon aria-label={`Remove the results of ${row.creatorName}`} onClick={() => remove.mutate({ ids: [row.id] })}>
                      <IconTrash size={16} stroke={1.5} />
                    </ActionIcon>
                  </Tooltip>
                </span>
                <span className={classes.rowDetail}>{[countsLine(row), sentence(row.source), row.notes].filter(Boolean).join('. ')}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  )
}

function countsLine(row: Result): string {
  return counts.flatMap((name) => (row[name] === null ? [] : [`${formatCount(row[name])} ${name}`])).join(', ')
}
