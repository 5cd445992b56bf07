import { Select } from '@mantine/core'
import type { z } from 'zod'
import { ADVOCATE_FIELDS, type AdvocateField, type AdvocateReport } from '#src/shared/contract/match.ts'
import { Field, Fields } from '../../ui/fields.tsx'
import { Count } from '../../ui/figures.tsx'
import { LoadingLines, ProblemNote } from '../../ui/states.tsx'
import { PlatformInput } from '../creators/PlatformInput.tsx'
import { fileColumns } from '../exchange/file-columns.ts'
import classes from './match.module.css'

export type Report = z.infer<typeof AdvocateReport>
type AnyField = z.infer<typeof AdvocateField>
/** What a person said of the file. */
export type Reading = { mapping?: Record<string, AnyField>; platform?: string }

const words: Readonly<Record<AnyField, string>> = {
  email: 'E-mail address',
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  handle: 'Handle',
  platform: 'Platform',
  url: 'Link',
  text: 'What they said',
  followers: 'Followers',
  city: 'City',
  country: 'Country',
  ignore: 'Leave out',
}
const choices = (['ignore', ...ADVOCATE_FIELDS] as const).map((field) => ({ value: field, label: words[field] }))

interface FileColumnsProps {
  fileName: string
  report: Report | undefined
  error: unknown
  reading: Reading
  onChange: (reading: Reading) => void
}

/** Which column was read as what; each can be said otherwise. */
export function FileColumns({ fileName, report, error, reading, onChange }: FileColumnsProps) {
  if (!report) return error ? null : <LoadingLines lines={8} />
  const asksPlatform = reading.platform !== undefined || report.unknown.some(({ platform }) => platform === null)
  return (
    <div className={classes.form}>
      <Fields>
        <Field name="File">{fileName}</Field>
        <Field name="Rows">
          <Count value={report.rows} />
        </Field>
        <Field name="On the roster">
          <Count value={report.known.length} />
        </Field>
        <Field name="Unknown handles">
          <Count value={report.unknownTotal} />
        </Field>
        <Field name="Others">
          <Count value={report.unmatched} />
        </Field>
      </Fields>
      {report.notes.map((note) => (
        <p key={note} className={classes.from}>
          {note}
        </p>
      ))}
      <ProblemNote error={error} />
      {asksPlatform && (
        <PlatformInput
          label="Platform of the handles"
          required={false}
          value={reading.platform ?? ''}
          onChange={(platform) => onChange({ ...reading, ...(platform ? { platform } : { platform: undefined }) })}
        />
      )}
      <fieldset className={classes.group}>
        <legend className={classes.legend}>Columns</legend>
        {fileColumns(report.headers).map(({ id, index, name }) => (
          <div key={id} className={classes.column}>
            <span className={classes.cut} title={name}>
              {name}
            </span>
            <Select
              aria-label={`${name} holds`}
              data={choices}
              value={report.mapping[index] ?? 'ignore'}
              onChange={(field) => field && onChange({ ...reading, mapping: { ...report.mapping, [index]: field } })}
            />
          </div>
        ))}
      </fieldset>
    </div>
  )
}
