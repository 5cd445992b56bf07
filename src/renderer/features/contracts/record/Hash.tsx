import classes from './record.module.css'

/** A SHA-256 as its first letters; all of it on pointing, and for those who copy or hear it. */
export function Hash({ value, of }: { value: string; of: string }) {
  return (
    <code className={classes.hash} title={`SHA-256 of ${of}: ${value}`}>
      <span className="visually-hidden">SHA-256 {value}</span>
      <span aria-hidden>{value.slice(0, 16)}…</span>
    </code>
  )
}
