import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { Day, Money } from '../../../ui/figures.tsx'
import { Section } from '../../../ui/fields.tsx'
import { formatMoney } from '../../../ui/format.ts'
import { DeliverableStatusDot } from '../../deliverables/DeliverableStatusDot.tsx'
import type { Collaboration } from '../campaign-words.ts'
import classes from './creators.module.css'
import { useBulk } from './use-bulk.ts'
import { BriefStatus, ContractStatusDot } from './work-status.tsx'

/** How far the work of one creator has come: brief, contract, posts, pay. */
export function CollaborationSteps({ row }: { row: Collaboration }) {
  const bulk = useBulk()
  const collaborationIds = [row.id]
  const { payouts, contract } = row
  return (
    <>
      <Section title="Brief and contract">
        <div className={classes.line}>
          <BriefStatus row={row} />
          <Day value={(row.briefConfirmedAt ?? row.briefSentAt)?.slice(0, 10)} />
          {row.briefSentAt && !row.briefConfirmedAt ? (
            <Button size="compact-sm" loading={bulk.confirmBrief.isPending} onClick={() => bulk.confirmBrief.mutate({ collaborationIds })}>
              Record as confirmed
            </Button>
          ) : (
            <Button
              size="compact-sm"
              renderRoot={(props) => (
                <Link {...props} to="/campaigns/$campaignId/brief" params={{ campaignId: row.campaignId }} search={{ to: row.id }} />
              )}
            >
              Preview brief
            </Button>
          )}
        </div>
        <div className={classes.line}>
          <ContractStatusDot status={contract?.status} />
          {contract && <span className={classes.soft}>{contract.number}</span>}
          {contract ? (
            <Button
              size="compact-sm"
              renderRoot={(props) => <Link {...props} to="/contracts/$contractId" params={{ contractId: contract.id }} />}
            >
              Open contract
            </Button>
          ) : (
            <Button
              size="compact-sm"
              loading={bulk.makeContracts.isPending}
              onClick={() => bulk.makeContracts.mutate({ collaborationIds })}
            >
              Make contract
            </Button>
          )}
        </div>
      </Section>
      <Posts row={row} />
      <Section title="Pay">
        <div className={classes.line}>
          <span>
            <Money value={{ amountMinor: payouts.paidMinor, currency: payouts.currency }} /> paid
          </span>
          <span className={classes.soft}>{formatMoney({ amountMinor: payouts.plannedMinor, currency: payouts.currency })} planned</span>
          <Button size="compact-sm" loading={bulk.planPayouts.isPending} onClick={() => bulk.planPayouts.mutate({ collaborationIds })}>
            Plan payout
          </Button>
        </div>
      </Section>
    </>
  )
}

function Posts({ row }: { row: Collaboration }) {
  const posts = useQuery(api.deliverables.list.queryOptions({ input: { collaborationId: row.id } }))
  const { campaignId, id } = row
  return (
    <Section
      title="Deliverables"
      actions={
        <Button
          size="compact-sm"
          renderRoot={(props) => (
            <Link {...props} to="/campaigns/$campaignId/deliverables/new" params={{ campaignId }} search={{ for: id }} />
          )}
        >
          Add deliverable
        </Button>
      }
    >
      {posts.data?.length === 0 && <span className={classes.soft}>None yet. Sending the brief makes them from its list.</span>}
      <ul className={classes.rows}>
        {(posts.data ?? []).map((post) => (
          <li key={post.id}>
            <Link
              to="/campaigns/$campaignId/deliverables/$deliverableId"
              params={{ campaignId, deliverableId: post.id }}
              className={classes.row}
            >
              <span className={classes.rowTitle}>{post.title}</span>
              <Day value={post.dueOn} />
              <DeliverableStatusDot status={post.status} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
