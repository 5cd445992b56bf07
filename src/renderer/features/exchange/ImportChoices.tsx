import { Button, Select } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { GrantedFile } from '#src/shared/shell.ts'
import { formatBytes, formatCount } from '../../ui/format.ts'
import { Field, Fields, Section } from '../../ui/fields.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import { PlatformInput } from '../creators/PlatformInput.tsx'
import { ColumnMapping } from './ColumnMapping.tsx'
import { ImportCounts } from './ImportCounts.tsx'
import { listKinds } from './ImportStart.tsx'
import type { Preview, Reading } from './import-types.ts'
import classes from './import.module.css'

interface ImportChoicesProps {
  file: GrantedFile
  preview: Preview
  reading: Reading
  isGuessing: boolean
  isRunning: boolean
  problem: unknown
  onChange: (changes: Partial<Reading>) => void
  onFile: (file: GrantedFile) => void
  onRun: () => void
}

const delimiters: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }

/** Steps one to three: the file, how it was understood, and what each column holds. */
export function ImportChoices({ file, preview, reading, isGuessing, isRunning, problem, onChange, onFile, onRun }: ImportChoicesProps) {
  const { format, encoding, delimiter, sheet, sheets, headerLine, questions, rows, mapping, fields, headers, platform } = preview
  const asksPlatform = questions.includes('platform')
  const changing = rows.created + rows.updated
  return (
    <>
      <Section title="File">
        <FileDrop label={file.name} hint={formatBytes(file.size)} kinds={listKinds} verb="Change" onFile={onFile} />
      </Section>
      <Section title="Read as">
        <Fields>
          <Field name="Kind">{format.toUpperCase()}</Field>
          <Field name="Letters">{encoding.replace(/^utf/, 'UTF').replace(/^windows/, 'Windows')}</Field>
          <Field name="Columns apart by">{delimiter === null ? null : (delimiters[delimiter] ?? delimiter)}</Field>
          <Field name="Header in line">{headerLine === 0 ? 'There is none' : formatCount(headerLine)}</Field>
        </Fields>
        {sheets.length > 1 && (
          <Select
            label="Sheet"
            data={sheets}
            value={sheet}
            allowDeselect={false}
            onChange={(name) => name && onChange({ sheet: name, mapping: undefined, platform: undefined })}
          />
        )}
        <div className={classes.pair}>
          <PlatformInput
            value={reading.platform ?? platform ?? ''}
            required={asksPlatform}
            onChange={(value) => onChange({ platform: value || undefined })}
            description={asksPlatform ? 'The file does not say' : undefined}
          />
          <DateInput label="Figures as of" value={reading.takenOn} onChange={(day) => day && onChange({ takenOn: day })} />
        </div>
      </Section>
      <Section title="Columns" note={questions.includes('mapping') ? 'Say at least which column holds the name or the handle.' : undefined}>
        <ColumnMapping headers={headers} mapping={mapping} fields={fields} onChange={(next) => onChange({ mapping: next })} />
      </Section>
      <div className={classes.go}>
        <ImportCounts rows={rows} isPreview />
        <ProblemNote error={problem} />
        <Button variant="filled" fullWidth disabled={questions.length > 0 || isGuessing} loading={isRunning} onClick={onRun}>
          {changing === 0 ? 'Import' : `Import ${formatCount(changing)} ${changing === 1 ? 'creator' : 'creators'}`}
        </Button>
      </div>
    </>
  )
}
