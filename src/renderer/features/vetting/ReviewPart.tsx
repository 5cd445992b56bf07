import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Section } from '../../ui/fields.tsx'
import { Answer, ProblemNote } from '../../ui/states.tsx'
import { ChecklistItem } from './ChecklistItem.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { ReviewHistory } from './ReviewHistory.tsx'
import type { ShownSignal } from './vetting-types.ts'
import classes from './vetting.module.css'

interface ReviewPartProps {
  creatorId: string
  signals: readonly ShownSignal[]
}

/** The review under way with its checklist and decision, and those that were decided. */
export function ReviewPart({ creatorId, signals }: ReviewPartProps) {
  const reviews = useQuery(api.vetting.reviews.queryOptions({ input: { creatorIds: [creatorId] } }))
  const start = useChange(client.vetting.startReviews, { done: 'Review begun', quiet: true })
  const open = reviews.data?.find(({ decidedOn }) => decidedOn === null)
  const decided = reviews.data?.filter(({ decidedOn }) => decidedOn !== null) ?? []
  return (
    <>
      <Section
        title="Review"
        note={
          reviews.data && !open
            ? 'Three steps: audience quality, content alignment, engagement; then a decision with its reason.'
            : undefined
        }
        actions={
          reviews.data &&
          !open && (
            <Button size="compact-sm" loading={start.isPending} onClick={() => start.mutate({ creatorIds: [creatorId] })}>
              Start a review
            </Button>
          )
        }
      >
        <ProblemNote error={start.error} />
        <Answer query={reviews} what="The reviews could not be read">
          {() => open && <OpenReview key={open.id} id={open.id} signals={signals} />}
        </Answer>
      </Section>
      {decided.length > 0 && (
        <Section title="Decided before">
          <ReviewHistory reviews={decided} canReopen={!open} />
        </Section>
      )}
    </>
  )
}

function OpenReview({ id, signals }: { id: string; signals: readonly ShownSignal[] }) {
  const review = useQuery(api.vetting.review.queryOptions({ input: { id } }))
  return (
    <Answer query={review} what="The review could not be read">
      {(data) => (
        <>
          <p className={classes.soft}>
            Begun on {data.startedOn} by {data.reviewer}; {data.answered} of {data.questions} questions answered.
          </p>
          {[...Map.groupBy(data.items, ({ step }) => step)].map(([step, items]) => (
            <fieldset key={step} className={classes.step}>
              <legend>{step}</legend>
              {items.map((item) => (
                <ChecklistItem key={item.id} reviewId={id} item={item} signals={signals.filter((one) => item.signals.includes(one.id))} />
              ))}
            </fieldset>
          ))}
          <DecisionForm review={data} />
        </>
      )}
    </Answer>
  )
}
