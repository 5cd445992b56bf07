import classes from './match.module.css'

interface FactListProps {
  facts: readonly { id: string; words: string; points: number | null }[]
}

/** What a score was made from: each fact with its points of 100. */
export function FactList({ facts }: FactListProps) {
  return (
    <ul className={classes.facts}>
      {facts.map(({ id, words, points }) => (
        <li key={id} className={classes.fact}>
          <span className={classes.points} title={points === null ? 'Not known; counts as 50' : `${Math.round(points)} of 100`}>
            {points === null ? '–' : Math.round(points)}
          </span>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  )
}
