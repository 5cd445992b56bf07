import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Section } from '../../ui/fields.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { counted } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/states.tsx'
import classes from './audiences.module.css'

/** Takes a platform's own export of an audience in; what it could not take over stands below. */
export function ImportAudience({ accountId }: { accountId: string }) {
  const take = useChange(client.audiences.import, {
    done: ({ findings }) => `Audience imported${findings.length > 0 ? `, with ${counted(findings.length, 'remark')}` : ''}`,
    quiet: true,
  })
  return (
    <Section title="Import an audience">
      <FileDrop
        label="Drop the platform’s export here"
        hint="Audience export of Meta, or any CSV with ages, genders, countries or cities and their shares"
        kinds={['csv', 'tsv', 'txt']}
        isBusy={take.isPending}
        onFile={({ grant }) => take.mutate({ accountId, file: grant })}
      />
      <ProblemNote error={take.error} />
      {take.data && take.data.findings.length > 0 && (
        <ul className={classes.findings} aria-label="Remarks">
          {take.data.findings.map(({ line, problem }) => (
            <li key={`${line} ${problem}`}>
              {line > 0 && `Line ${line}: `}
              {problem}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
