import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { today } from '../../../ui/format.ts'
import type { Item } from './today-words.ts'

const look = { size: 'compact-sm' } as const

/** What can be done about an item without leaving the page, or the page where it is done. */
export function TodayActions({ item }: { item: Item }) {
  const { kind, id, title, detail, creatorId } = item
  switch (kind) {
    case 'contract to sign':
    case 'contract to countersign':
      return (
        <Button
          {...look}
          renderRoot={(props) => <Link {...props} to="/contracts/$contractId/sign" params={{ contractId: id }} />}
          aria-label={`Sign: ${title}, ${detail}`}
        >
          Sign
        </Button>
      )
    case 'contract to approve':
    case 'contract ends':
    case 'obligation due':
      return (
        <Button
          {...look}
          renderRoot={(props) => <Link {...props} to="/contracts/$contractId" params={{ contractId: id }} />}
          aria-label={`Open: ${title}, ${detail}`}
        >
          Open
        </Button>
      )
    case 'draft to review':
      return <ReviewDraft item={item} />
    case 'post due':
      return <MarkPosted item={item} />
    case 'payout due':
      return <RecordPayment item={item} />
    case 'brief unconfirmed':
      return <ConfirmBrief item={item} />
    case 'vetting to re-check':
      return (
        creatorId && (
          <Button
            {...look}
            renderRoot={(props) => <Link {...props} to="/vetting/$creatorId" params={{ creatorId }} />}
            aria-label={`Re-check: ${title}, ${detail}`}
          >
            Re-check
          </Button>
        )
      )
    case 'silent creator':
      return (
        creatorId && (
          <Button
            {...look}
            renderRoot={(props) => <Link {...props} to="/roster/$creatorId" params={{ creatorId }} />}
            aria-label={`Open: ${title}, ${detail}`}
          >
            Open
          </Button>
        )
      )
  }
}

function ReviewDraft({ item: { id, title, detail } }: { item: Item }) {
  const update = useChange(client.deliverables.update, { done: (_, { changes }) => `${title}, ${detail}: ${changes.status}` })
  return (
    <>
      <Button
        {...look}
        loading={update.isPending}
        onClick={() => update.mutate({ ids: [id], changes: { status: 'changes asked' } })}
        aria-label={`Ask for changes: ${title}, ${detail}`}
      >
        Ask for changes
      </Button>
      <Button
        {...look}
        loading={update.isPending}
        onClick={() => update.mutate({ ids: [id], changes: { status: 'approved' } })}
        aria-label={`Approve: ${title}, ${detail}`}
      >
        Approve
      </Button>
    </>
  )
}

function MarkPosted({ item: { id, title, detail } }: { item: Item }) {
  const update = useChange(client.deliverables.update, { done: `${title}, ${detail}: posted` })
  return (
    <Button
      {...look}
      loading={update.isPending}
      onClick={() => update.mutate({ ids: [id], changes: { status: 'posted', postedAt: new Date().toISOString() } })}
      aria-label={`Mark as posted: ${title}, ${detail}`}
    >
      Mark as posted
    </Button>
  )
}

function RecordPayment({ item: { id, title, detail } }: { item: Item }) {
  const record = useChange(client.payouts.record, { done: `Payment to ${title} recorded` })
  return (
    <Button
      {...look}
      loading={record.isPending}
      onClick={() => record.mutate({ ids: [id], paidOn: today() })}
      aria-label={`Record payment: ${title}, ${detail}`}
    >
      Record payment
    </Button>
  )
}

function ConfirmBrief({ item: { id, title, detail } }: { item: Item }) {
  const confirm = useChange(client.briefs.confirm, { done: `Brief confirmed by ${title}` })
  return (
    <Button
      {...look}
      loading={confirm.isPending}
      onClick={() => confirm.mutate({ collaborationIds: [id] })}
      aria-label={`Mark as confirmed: ${title}, ${detail}`}
    >
      Mark as confirmed
    </Button>
  )
}
