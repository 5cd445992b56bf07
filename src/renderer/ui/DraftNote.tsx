import { Button } from '@mantine/core'
import classes from './small.module.css'
import type { Kept } from './drafts.ts'

/** Says that a form holds what was typed before, and offers to begin anew. */
export function DraftNote({ draft: { wasKept, discard } }: { draft: Kept }) {
  if (!wasKept) return null
  return (
    <div className={classes.draft} role="status">
      <span>What you typed before is still here.</span>
      <Button size="compact-xs" variant="subtle" onClick={discard}>
        Begin anew
      </Button>
    </div>
  )
}
