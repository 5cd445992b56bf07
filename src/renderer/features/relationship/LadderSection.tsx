import { IconCheck, IconMinus } from '@tabler/icons-react'
import { LADDER } from '#src/shared/domain/relationship/ladder.ts'
import { Section } from '../../ui/fields.tsx'
import type { RelationshipOfPanel } from './relationship-types.ts'
import classes from './relationship.module.css'

const labels = { 'not begun': 'Not begun', trial: 'Trial', series: 'Series of 4–6', ambassador: 'Ambassador' } as const

/** From a first post to an ambassador, and what speaks for and against the next step. */
export function LadderSection({ ladder: { step, because, next }, load }: Pick<RelationshipOfPanel, 'ladder' | 'load'>) {
  const reached = LADDER.indexOf(step)
  return (
    <Section title="Ladder" note={because.join(' ')}>
      <ol className={classes.ladder}>
        {LADDER.map((one, place) => (
          <li
            key={one}
            data-state={place < reached ? 'passed' : place === reached ? 'here' : 'ahead'}
            aria-current={place === reached ? 'step' : undefined}
          >
            {labels[one]}
          </li>
        ))}
      </ol>
      {next && (
        <>
          <p className={classes.lead}>
            {next.isReady ? `Ready for the next step: ${labels[next.step]}.` : `Not yet ready for: ${labels[next.step]}.`}
          </p>
          <Reasons for={next.for} against={next.against} />
        </>
      )}
      {load && <p className={classes.soft}>{load}</p>}
    </Section>
  )
}

/** Sentences for and against, told apart by a sign and by a word for those who don't see it. */
export function Reasons({
  for: pro,
  against,
  unknown,
}: {
  for: readonly string[]
  against: readonly string[]
  unknown?: readonly string[] | undefined
}) {
  return (
    <ul className={classes.reasons}>
      {pro.map((sentence) => (
        <li key={sentence}>
          <IconCheck size={14} stroke={2} className={classes.pro} aria-label="For:" />
          {sentence}
        </li>
      ))}
      {against.map((sentence) => (
        <li key={sentence}>
          <IconMinus size={14} stroke={2} className={classes.con} aria-label="Against:" />
          {sentence}
        </li>
      ))}
      {unknown?.map((sentence) => (
        <li key={sentence} className={classes.soft}>
          {sentence}
        </li>
      ))}
    </ul>
  )
}
