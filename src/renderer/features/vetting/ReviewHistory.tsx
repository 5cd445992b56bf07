import { Button, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Day } from '../../ui/figures.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { Answer } from '../../ui/states.tsx'
import { SignalRow } from './SignalRow.tsx'
import { decisionTones, decisionWords, type ReviewHead } from './vetting-types.ts'
import classes from './vetting.module.css'

/** Decided reviews, newest first; each opens to its answers and to the signals as they stood. */
export function ReviewHistory({ reviews, canReopen }: { reviews: readonly ReviewHead[]; canReopen: boolean }) {
  return (
    <ul className={classes.list}>
      {reviews.map((review) => (
        <DecidedReview key={review.id} review={review} canReopen={canReopen} />
      ))}
    </ul>
  )
}

function DecidedReview({ review, canReopen }: { review: ReviewHead; canReopen: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const reopen = useChange(client.vetting.reopen, { done: 'A new review has begun' })
  const { id, decision, decidedOn, reviewer, credibility, conditions, reason, recheckOn } = review
  return (
    <li className={classes.decided}>
      <div className={classes.decidedHead}>
        {decision && <StatusDot tone={decisionTones[decision]}>{decisionWords[decision]}</StatusDot>}
        <span className={classes.soft}>
          <Day value={decidedOn} /> by {reviewer}, credibility {credibility ?? 'not known'}
          {recheckOn && (
            <>
              , look again on <Day value={recheckOn} />
            </>
          )}
        </span>
      </div>
      {[conditions, reason].map((text) => text && <p key={text}>{text}</p>)}
      <div className={classes.decidedActions}>
        <UnstyledButton className={classes.link} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide what was seen' : 'Show what was seen'}
        </UnstyledButton>
        {canReopen && (
          <Button size="compact-xs" variant="subtle" loading={reopen.isPending} onClick={() => reopen.mutate({ id })}>
            Review again
          </Button>
        )}
      </div>
      {isOpen && <AsItStood id={id} />}
    </li>
  )
}

function AsItStood({ id }: { id: string }) {
  const review = useQuery(api.vetting.review.queryOptions({ input: { id } }))
  return (
    <Answer query={review} what="The review could not be read">
      {({ items, signals }) => (
        <>
          <ul className={classes.list}>
            {items
              .filter(({ answer, finding }) => answer !== null || finding !== '')
              .map(({ id: item, question, answer, finding }) => (
                <li key={item} className={classes.answered}>
                  <span>{question}</span>
                  <span>{answer ?? 'open'}</span>
                  {finding && <span className={classes.answeredFinding}>{finding}</span>}
                </li>
              ))}
          </ul>
          <ul className={classes.list}>
            {signals?.signals.map((signal) => (
              <SignalRow key={signal.id} signal={signal} />
            ))}
          </ul>
        </>
      )}
    </Answer>
  )
}
