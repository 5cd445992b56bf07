import { Button } from '@mantine/core'
import { client } from '../../../api/client.ts'
import { useSave } from '../../../api/use-save.ts'
import { Section } from '../../../ui/fields.tsx'
import { formatBytes, formatInstant } from '../../../ui/format.ts'
import type { Contract } from '../contract.ts'
import { documentWord } from '../documents.ts'
import { Hash } from './Hash.tsx'
import classes from './record.module.css'

/** Every file of a contract that was kept, newest first, with the version of the words that it holds. */
export function DocumentList({ contract: { documents, versions } }: { contract: Contract }) {
  const save = useSave<{ fileName: string }>()
  return (
    <Section title="Documents" note="Nothing is ever written over: each step keeps its own file.">
      {documents.length === 0 ? (
        <p className={classes.soft}>None yet. One is kept when the contract is drawn, sent or signed.</p>
      ) : (
        <ul className={classes.list}>
          {documents.toReversed().map(({ id, kind, name, size, hash, createdAt }) => {
            const version = versions.find(({ documentId }) => documentId === id)
            return (
              <li key={id} className={classes.entry}>
                <div className={classes.words}>
                  <span className={classes.name}>{documentWord(kind)}</span>
                  <span className={classes.soft}>
                    {[formatInstant(createdAt), formatBytes(size), version && `version ${version.number}`].filter(Boolean).join(' · ')}
                  </span>
                  <Hash value={hash} of={name} />
                </div>
                <Button
                  size="compact-sm"
                  aria-label={`Save ${name}`}
                  loading={save.isPending}
                  onClick={() =>
                    save.mutate({
                      title: `Save ${name}`,
                      name,
                      write: (file) => client.contracts.saveDocument({ documentId: id, file }),
                      done: (_, fileName) => `Saved as ${fileName}`,
                    })
                  }
                >
                  Save
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
