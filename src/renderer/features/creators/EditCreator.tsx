import { Button } from '@mantine/core'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { DraftNote } from '../../ui/DraftNote.tsx'
import { useKeptForm } from '../../ui/drafts.ts'
import { ProblemNote } from '../../ui/states.tsx'
import { changesBetween, toForm } from './creator-form.ts'
import type { CreatorOfPanel } from './creator-types.ts'
import { CreatorFields } from './CreatorFields.tsx'
import classes from './panel.module.css'

/** The creator's fields, open for writing. */
export function EditCreator({ creator, onDone }: { creator: CreatorOfPanel; onDone: () => void }) {
  const before = toForm(creator)
  const { form, kept } = useKeptForm(`creators/${creator.id}`, before)
  const end = () => {
    kept.discard()
    onDone()
  }
  const update = useChange(client.creators.update, { done: `Saved ${creator.name}`, onDone: end, quiet: true })
  const submit = form.onSubmit((values) => {
    const changes = changesBetween(before, values)
    if (Object.keys(changes).length === 0) end()
    else update.mutate({ id: creator.id, changes })
  })
  return (
    <form onSubmit={submit} className={classes.form} aria-label="Edit creator">
      <DraftNote draft={kept} />
      <CreatorFields form={form} />
      <ProblemNote error={update.error} />
      <div className={classes.buttons}>
        <Button onClick={end}>Cancel</Button>
        <Button type="submit" variant="filled" loading={update.isPending}>
          Save creator
        </Button>
      </div>
    </form>
  )
}
