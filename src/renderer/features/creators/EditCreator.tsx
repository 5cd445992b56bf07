import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { ProblemNote } from '../../ui/states.tsx'
import { changesBetween, toForm } from './creator-form.ts'
import type { CreatorOfPanel } from './creator-types.ts'
import { CreatorFields } from './CreatorFields.tsx'
import classes from './panel.module.css'

/** The creator's fields, open for writing. */
export function EditCreator({ creator, onDone }: { creator: CreatorOfPanel; onDone: () => void }) {
  const before = toForm(creator)
  const form = useForm({ initialValues: before })
  const update = useChange(client.creators.update, { done: `Saved ${creator.name}`, onDone, quiet: true })
  const submit = form.onSubmit((values) => {
    const changes = changesBetween(before, values)
    if (Object.keys(changes).length === 0) onDone()
    else update.mutate({ id: creator.id, changes })
  })
  return (
    <form onSubmit={submit} className={classes.form} aria-label="Edit creator">
      <CreatorFields form={form} />
      <ProblemNote error={update.error} />
      <div className={classes.buttons}>
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="filled" loading={update.isPending}>
          Save creator
        </Button>
      </div>
    </form>
  )
}
