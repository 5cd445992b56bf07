import { initials } from '#src/shared/domain/names.ts'
import classes from './small.module.css'

/** Initials on a quiet ground; the name stands beside it. */
export function Avatar({ name, size = 24 }: { name: string; size?: number }) {
  return (
    <span className={classes.avatar} style={{ width: size, height: size, fontSize: Math.round(size * 0.42) }} aria-hidden>
      {initials(name)}
    </span>
  )
}
