import { counted } from '../../../ui/format.ts'
import { numbered } from '../../../ui/numbered.ts'
import { StatusDot, type Tone } from '../../../ui/StatusDot.tsx'
import classes from './redline.module.css'
import { RedlineWords } from './RedlineWords.tsx'
import type { Redline } from './redline-types.ts'

type Clause = Redline['clauses'][number]

const looks: Readonly<Record<Clause['status'], { tone: Tone; word: string }>> = {
  same: { tone: 'neutral', word: 'Moved' },
  changed: { tone: 'warn', word: 'Changed' },
  inserted: { tone: 'good', word: 'Added' },
  deleted: { tone: 'bad', word: 'Left out' },
}

/** The clauses that differ, each with its words marked; the rest is only counted. */
export function RedlineClauses({ redline: { clauses } }: { redline: Redline }) {
  const differing = clauses.filter(({ status, isMoved }) => status !== 'same' || isMoved)
  const same = clauses.length - differing.length
  return (
    <>
      <ol className={classes.clauses} aria-label="Clauses that differ">
        {differing.map((clause) => (
          <DifferingClause key={`${clause.before} ${clause.after}`} clause={clause} />
        ))}
      </ol>
      {same > 0 && <p className={classes.same}>{counted(same, 'clause')} the same word for word.</p>}
    </>
  )
}

function DifferingClause({ clause: { status, isMoved, before, after, heading, paragraphs } }: { clause: Clause }) {
  const { tone, word } = looks[status]
  return (
    <li className={classes.clause}>
      <div className={classes.head}>
        <h3 className={classes.heading}>
          {after ?? before}. <RedlineWords parts={heading} />
        </h3>
        <StatusDot tone={tone}>{isMoved && status !== 'same' ? `${word} and moved` : word}</StatusDot>
      </div>
      {isMoved && (
        <p className={classes.same}>
          Stood in place {before}, now in place {after}.
        </p>
      )}
      {status !== 'same' &&
        numbered(paragraphs).map(({ place, item }) => (
          <p key={place} className={classes.paragraph}>
            <RedlineWords parts={item} />
          </p>
        ))}
    </li>
  )
}
