import { Progress, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { Page } from '../../frame/Page.tsx'
import { Day } from '../../ui/figures.tsx'
import { today } from '../../ui/format.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { decisionTones, decisionWords, type ReviewHead } from './vetting-types.ts'
import classes from './vetting.module.css'

const route = getRouteApi('/vetting')
type View = 'under way' | 'decided' | 'due'
const inputs = (view: View) => (view === 'due' ? { dueBy: today() } : { state: view })
const empty: Readonly<Record<View, string>> = {
  'under way': 'No review is under way. Choose creators in the roster and begin to vet them.',
  decided: 'No review has been decided yet.',
  due: 'No re-check is due.',
}

/** Reviews of a selection, one after the other, with how far each is. */
export function VettingPage() {
  const { view = 'under way' } = route.useSearch()
  const navigate = route.useNavigate()
  const reviews = useQuery(api.vetting.reviews.queryOptions({ input: inputs(view) }))
  return (
    <Page
      title="Vetting"
      count={reviews.data?.length ?? null}
      panel={<Outlet />}
      tabs={
        <SegmentedControl
          aria-label="Which reviews"
          value={view}
          onChange={(next) => void navigate({ search: { view: next } })}
          data={[
            { value: 'under way', label: 'Under way' },
            { value: 'due', label: 'To re-check' },
            { value: 'decided', label: 'Decided' },
          ]}
        />
      }
    >
      <Answer query={reviews} what="The reviews could not be read">
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title="Nothing here">{empty[view]}</EmptyState>
          ) : (
            <>
              {view === 'under way' && <Course reviews={rows} />}
              <ul className={classes.reviews}>
                {rows.map((review) => (
                  <ReviewLine key={review.id} review={review} />
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </Page>
  )
}

/** How far all reviews that are under way have come. */
function Course({ reviews }: { reviews: readonly ReviewHead[] }) {
  const answered = reviews.reduce((sum, review) => sum + review.answered, 0)
  const questions = reviews.reduce((sum, review) => sum + review.questions, 0)
  return (
    <div className={classes.course}>
      <Progress value={questions === 0 ? 0 : (answered * 100) / questions} aria-label="Questions answered" />
      <span className={classes.soft}>
        {answered} of {questions} questions answered in {reviews.length === 1 ? 'one review' : `${reviews.length} reviews`}
      </span>
    </div>
  )
}

function ReviewLine({ review }: { review: ReviewHead }) {
  const { creatorId, creatorName, handle, decision, decidedOn, recheckOn, answered, questions, reviewer, credibility } = review
  return (
    <li>
      <Link from="/vetting" to="/vetting/$creatorId" params={{ creatorId }} search={(now) => now} className={classes.review}>
        <div className={classes.who}>
          <div className={classes.sampleName}>{creatorName}</div>
          {handle && <div className={`${classes.soft} ${classes.handle}`}>@{handle}</div>}
        </div>
        {decision ? (
          <StatusDot tone={decisionTones[decision]}>{decisionWords[decision]}</StatusDot>
        ) : (
          <StatusDot tone={answered === questions ? 'accent' : 'neutral'}>{`${answered} of ${questions} answered`}</StatusDot>
        )}
        <span className={classes.soft}>{reviewer}</span>
        <span className={classes.soft}>{decision && `Credibility ${credibility ?? 'not known'}`}</span>
        <span className={classes.soft}>
          {recheckOn ? (
            <>
              Look again <Day value={recheckOn} />
            </>
          ) : (
            <Day value={decidedOn ?? review.startedOn} />
          )}
        </span>
      </Link>
    </li>
  )
}
