import { Button } from '@mantine/core'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { useSave } from '../../api/use-save.ts'
import { Section } from '../../ui/fields.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { formatBytes } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/states.tsx'
import type { Profile } from './profile-types.ts'
import classes from './profiles.module.css'
import { TakeOut } from './TakeOut.tsx'

/** Files kept with a creator: a tax form, their own media kit, a scanned letter. */
export function Documents({ creatorId, documents }: { creatorId: string; documents: Profile['documents'] }) {
  const add = useChange(client.profiles.addDocument, { done: 'Document added', quiet: true })
  const remove = useChange(client.profiles.removeDocument, { done: 'Document taken out' })
  const save = useSave<{ fileName: string }>()
  return (
    <Section title="Documents">
      <ul className={classes.list}>
        {documents.map(({ id, name, size }) => (
          <li key={id} className={classes.item}>
            <span className={classes.value}>
              {name} <span className={classes.soft}>{formatBytes(size)}</span>
            </span>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() =>
                save.mutate({
                  title: 'Save document',
                  name,
                  write: (file) => client.profiles.saveDocument({ id, file }),
                  done: ({ fileName }) => `Wrote ${fileName}`,
                })
              }
            >
              Save a copy
            </Button>
            <TakeOut what={name} onClick={() => remove.mutate({ id })} />
          </li>
        ))}
      </ul>
      <div style={{ marginTop: 12 }}>
        <FileDrop
          label="Drop a document here"
          hint="Any file up to 50 MB"
          kinds={['pdf', 'docx', 'png', 'jpg', 'txt', 'xlsx']}
          isBusy={add.isPending}
          onFile={({ grant }) => add.mutate({ creatorId, file: grant })}
        />
      </div>
      <ProblemNote error={add.error} />
    </Section>
  )
}
