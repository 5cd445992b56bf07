import { Avatar } from '../../ui/Avatar.tsx'
import classes from './match.module.css'

/** A creator in a ranked list: picture, name and handle. */
export function WhoCell({ row: { name, handle } }: { row: { name: string; handle: string | null } }) {
  return (
    <>
      <Avatar name={name} />
      <span className={classes.name} title={name}>
        {name}
      </span>
      {handle && (
        <span className={classes.handle} title={handle}>
          @{handle}
        </span>
      )}
    </>
  )
}
