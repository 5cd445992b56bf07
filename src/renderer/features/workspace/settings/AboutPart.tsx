import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../../api/client.ts'
import { Day } from '../../../ui/figures.tsx'
import { Field, Fields, Section } from '../../../ui/fields.tsx'
import { counted, formatCount } from '../../../ui/format.ts'
import { ProblemNote } from '../../../ui/states.tsx'
import { StatusDot } from '../../../ui/StatusDot.tsx'
import type { Info } from './settings-types.ts'
import classes from './settings.module.css'

/** What is in the workspace, and whether it is sound. */
export function AboutPart({ info }: { info: Info }) {
  const { name, appVersion, schemaVersion, createdAt, counts } = info
  const check = useMutation({ mutationFn: () => client.workspace.check({}) })
  return (
    <>
      <Section title="Workspace">
        <Fields>
          <Field name="Name">{name}</Field>
          <Field name="Made on">
            <Day value={createdAt.slice(0, 10)} />
          </Field>
          <Field name="Holds">
            {[
              counted(counts.creators, 'creator'),
              counted(counts.clients, 'client'),
              counted(counts.campaigns, 'campaign'),
              counted(counts.contracts, 'contract'),
              counted(counts.payouts, 'payout'),
            ].join(', ')}
          </Field>
          <Field name="Troupe">{appVersion}</Field>
          <Field name="Schema">{formatCount(schemaVersion)}</Field>
        </Fields>
      </Section>
      <Section
        title="Check"
        note="Looks whether the database, its files, its journal and its search agree with each other. Nothing is changed."
        actions={
          <Button loading={check.isPending} onClick={() => check.mutate()}>
            Check the workspace
          </Button>
        }
      >
        <ProblemNote error={check.error} />
        {check.data && (
          <div role="status">
            <StatusDot tone={check.data.ok ? 'good' : 'bad'}>
              {check.data.ok ? 'Everything is sound' : counted(check.data.findings.length, 'finding')}
            </StatusDot>
            <p className={classes.hint}>
              Looked at {counted(check.data.checked.tables, 'table')}, {counted(check.data.checked.files, 'file')} and{' '}
              {counted(check.data.checked.journalEntries, 'change')}.
            </p>
            <ul className={classes.findings}>
              {check.data.findings.map(({ area, message }) => (
                <li key={`${area} ${message}`}>
                  {message} <span className={classes.year}>({area})</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Section>
    </>
  )
}
