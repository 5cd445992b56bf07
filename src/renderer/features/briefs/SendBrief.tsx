import { Button, Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import { formatAgo } from '../../ui/format.ts'
import { EmptyState } from '../../ui/states.tsx'
import type { CampaignWithWork } from '../campaigns/campaign-words.ts'
import { useBulk } from '../campaigns/creators/use-bulk.ts'
import classes from './briefs.module.css'
import type { Brief } from './use-brief-draft.ts'

const channels = ['mail', 'chat', 'phone', 'in person']

/** Who has the brief and who confirmed it; records that it went to a selection. The person sends it. */
export function SendBrief({ brief, campaign }: { brief: Brief; campaign: CampaignWithWork }) {
  const people = campaign.collaborations.filter(({ stage }) => stage !== 'declined')
  const newest = newestReceipts(brief)
  const waiting = people.filter(({ id }) => newest.get(id)?.version !== brief.version).map(({ id }) => id)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(waiting))
  const [channel, setChannel] = useState('mail')
  const bulk = useBulk(() => setChosen(new Set()))
  const ids = people.flatMap(({ id }) => (chosen.has(id) ? [id] : []))
  if (brief.version === 0)
    return (
      <EmptyState title="Nothing to send yet">
        Write the brief first. Then send it to everyone it is for, and keep track of who confirmed.
      </EmptyState>
    )
  if (people.length === 0)
    return <EmptyState title="No creators yet">Add creators to the campaign, then send the brief to them.</EmptyState>
  const toggle = (id: string) =>
    setChosen((now) => (now.has(id) ? new Set([...now].filter((other) => other !== id)) : new Set([...now, id])))
  return (
    <>
      <p className={classes.quiet}>
        Copy the text from the preview into your mail or chat; here you record who it went to. Sending also makes the deliverables of each
        creator.
      </p>
      <Checkbox
        label={`Everyone (${people.length})`}
        checked={ids.length === people.length}
        indeterminate={ids.length > 0 && ids.length < people.length}
        className={classes.everyone}
        onChange={() => setChosen(new Set(ids.length > 0 ? [] : people.map(({ id }) => id)))}
      />
      <ul className={classes.people}>
        {people.map(({ id, creatorName }) => (
          <li key={id}>
            <Checkbox label={creatorName} checked={chosen.has(id)} onChange={() => toggle(id)} classNames={{ label: classes.person }} />
            <span className={classes.receipt}>{receiptWords(newest.get(id), brief.version)}</span>
          </li>
        ))}
      </ul>
      <div className={classes.sendBar}>
        <Select
          aria-label="How it was sent"
          data={channels.map((one) => ({ value: one, label: `By ${one}`.replace('By in', 'In') }))}
          value={channel}
          onChange={(next) => setChannel(next ?? 'mail')}
        />
        <Button
          disabled={ids.length === 0}
          loading={bulk.confirmBrief.isPending}
          onClick={() => bulk.confirmBrief.mutate({ collaborationIds: ids })}
        >
          Record as confirmed
        </Button>
        <Button
          variant="filled"
          disabled={ids.length === 0}
          loading={bulk.sendBrief.isPending}
          onClick={() => bulk.sendBrief.mutate({ collaborationIds: ids, channel })}
        >
          Send brief
        </Button>
      </div>
    </>
  )
}

type Receipt = Brief['receipts'][number]

function newestReceipts({ receipts }: Brief): Map<string, Receipt> {
  return new Map(receipts.toSorted((a, b) => a.version - b.version).map((receipt) => [receipt.collaborationId, receipt]))
}

function receiptWords(receipt: Receipt | undefined, version: number): string {
  if (!receipt) return 'Not sent'
  const which = receipt.version === version ? '' : `Version ${receipt.version} `
  const words = receipt.confirmedAt
    ? `${which}confirmed ${formatAgo(receipt.confirmedAt)}`
    : `${which}sent ${formatAgo(receipt.sentAt)} by ${receipt.channel}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}
