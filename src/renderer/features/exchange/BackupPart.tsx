import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { GrantedFile } from '#src/shared/shell.ts'
import { api, client, shell } from '../../api/client.ts'
import { useSave } from '../../api/use-save.ts'
import { sayProblem } from '../../api/undo.tsx'
import { counted, formatBytes, formatInstant, today } from '../../ui/format.ts'
import { Section } from '../../ui/fields.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import classes from './files.module.css'

/** The whole workspace as one file, and a workspace from such a file. */
export function BackupPart() {
  const info = useQuery(api.workspace.info.queryOptions({ input: {} }))
  const save = useSave<{ fileName: string; bytes: number; missingFiles: number }>()
  const backUp = () =>
    save.mutate({
      title: 'Save backup',
      name: `${info.data?.name ?? 'Troupe'} ${today()} backup.zip`,
      write: (file) => client.workspace.backup({ file }),
      done: ({ fileName, bytes, missingFiles }) =>
        `Wrote ${fileName}, ${formatBytes(bytes)}${missingFiles > 0 ? `; without ${counted(missingFiles, 'file')} that had been lost before, see Settings, About, Check` : ''}`,
    })
  const restore = useMutation({ mutationFn: ({ grant }: GrantedFile) => client.workspace.restore({ file: grant }) })
  return (
    <Section
      title="Backup"
      note="A whole copy of this workspace, made while you go on working. It is restored into a new folder; this workspace stays as it is."
    >
      <div className={classes.buttons}>
        <Button loading={save.isPending} onClick={backUp}>
          Save backup
        </Button>
      </div>
      <FileDrop
        label="Drop a backup here to restore it"
        kinds={['zip']}
        isBusy={restore.isPending}
        onFile={(file) => restore.mutate(file)}
      />
      <ProblemNote error={restore.error} />
      {restore.data && <Restored result={restore.data} />}
    </Section>
  )
}

function Restored({ result }: { result: Awaited<ReturnType<typeof client.workspace.restore>> }) {
  const { name, madeAt, missingFiles, folder, opening } = result
  const { openWorkspace } = shell
  return (
    <div className={classes.result} role="status">
      <p>
        <b>{name}</b> is restored as it was on {formatInstant(madeAt)}.
        {missingFiles > 0 && ` ${counted(missingFiles, 'file')} had been lost before the backup was made.`}
      </p>
      <p className={classes.soft}>{folder}</p>
      {openWorkspace ? (
        <div className={classes.buttons}>
          <Button onClick={() => void openWorkspace(opening).catch(sayProblem)}>Open the restored workspace</Button>
        </div>
      ) : (
        <p className={classes.soft}>To open it, start Troupe with --workspace and this folder.</p>
      )}
    </div>
  )
}
