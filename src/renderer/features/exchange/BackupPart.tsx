import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { useSave } from '../../api/use-save.ts'
import { counted, formatBytes, today } from '../../ui/format.ts'
import { Section } from '../../ui/fields.tsx'

/** The whole workspace as one file. */
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
  return (
    <Section
      title="Backup"
      note="A whole copy of this workspace, made while you go on working."
      actions={
        <Button loading={save.isPending} onClick={backUp}>
          Save backup
        </Button>
      }
    >
      {null}
    </Section>
  )
}
