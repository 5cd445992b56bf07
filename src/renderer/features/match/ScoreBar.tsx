import classes from './match.module.css'

interface ScoreBarProps {
  label: string
  score: { points: number | null; confidence: number; facts: readonly unknown[] }
}

/** A score as a short bar with its figure; the paler, the less of it is known. */
export function ScoreBar({ label, score: { points, confidence, facts } }: ScoreBarProps) {
  const sure = `${Math.round(confidence * 100)} % of it is known`
  const title =
    facts.length === 0
      ? `${label}: nothing was asked`
      : points === null
        ? `${label}: not known`
        : `${label}: ${Math.round(points)} of 100, ${sure}`
  return (
    <span className={classes.barCell} title={title}>
      <span className={classes.bar} aria-hidden>
        {points !== null && <span className={classes.fill} style={{ width: `${points}%` }} data-unsure={confidence < 0.5 || undefined} />}
      </span>
      <span className={classes.figure}>
        {points === null ? (
          <>
            <span aria-hidden>–</span>
            <span className="visually-hidden">Not known</span>
          </>
        ) : (
          Math.round(points)
        )}
      </span>
    </span>
  )
}
