import classes from './import.module.css'

const steps = [
  ['file', 'File'],
  ['guess', 'Guess'],
  ['map', 'Columns'],
  ['result', 'Result'],
] as const
export type ImportStep = (typeof steps)[number][0]

/** Where one stands on the way from a file to a roster. */
export function ImportSteps({ at }: { at: ImportStep }) {
  const now = steps.findIndex(([id]) => id === at)
  return (
    <ol className={classes.steps} aria-label="Steps">
      {steps.map(([id, word], place) => (
        <li key={id} className={classes.step} aria-current={place === now ? 'step' : undefined} data-done={place < now || undefined}>
          <span className={classes.number} aria-hidden>
            {place + 1}
          </span>
          {word}
        </li>
      ))}
    </ol>
  )
}
