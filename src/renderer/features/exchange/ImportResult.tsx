import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMutation } from '@tanstack/react-query'
import type { GrantedFile } from '#src/shared/shell.ts'
import { takeBack } from '../../api/undo.tsx'
import { counted } from '../../ui/format.ts'
import { Section } from '../../ui/fields.tsx'
import { ImportCounts } from './ImportCounts.tsx'
import type { Report } from './import-types.ts'
import classes from './import.module.css'

interface ImportResultProps {
  file: GrantedFile
  report: Report
  onAnother: () => void
}

/** The fourth step: what came of it, and what to do next. */
export function ImportResult({ file, report: { rows, entryId }, onAnother }: ImportResultProps) {
  const undo = useMutation({ mutationFn: (id: string) => takeBack(id), onSuccess: (isUndone) => isUndone && onAnother() })
  const isWhole = rows.rejected + rows.skipped === 0
  const nothingNew = rows.created + rows.updated === 0
  return (
    <Section
      title={nothingNew ? 'Nothing had to change' : `${file.name} is in the roster`}
      note={`${counted(rows.read, 'line')} read. ${isWhole ? 'Nothing was left out.' : 'What was left out stands beside this, with its reason.'}`}
    >
      <ImportCounts rows={rows} />
      <div className={classes.next}>
        <Button variant="filled" renderRoot={(props) => <Link {...props} to="/roster" />}>
          Open the roster
        </Button>
        <Button onClick={onAnother}>Import another file</Button>
        {entryId && (
          <Button variant="subtle" loading={undo.isPending} onClick={() => undo.mutate(entryId)}>
            Undo the import
          </Button>
        )}
      </div>
    </Section>
  )
}
