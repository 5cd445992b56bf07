import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { GrantedFile } from '#src/shared/shell.ts'
import { client } from '../../api/client.ts'
import { takeBack } from '../../api/undo.tsx'
import { counted, formatCount } from '../../ui/format.ts'
import { Section } from '../../ui/fields.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import classes from './files.module.css'

/** A campaign that a colleague handed over as one file. */
export function CampaignImportPart() {
  const take = useMutation({ mutationFn: ({ grant }: GrantedFile) => client.exchange.importCampaign({ file: grant }) })
  return (
    <Section
      title="Campaign from a colleague"
      note="A .troupe file brings one campaign with its client, brief, creators, contracts and results. What you have is never lost to it."
    >
      <FileDrop label="Drop a .troupe file here" kinds={['troupe']} isBusy={take.isPending} onFile={(file) => take.mutate(file)} />
      <ProblemNote error={take.error} />
      {take.data && <Taken result={take.data} onUndone={take.reset} />}
    </Section>
  )
}

type Result = Awaited<ReturnType<typeof client.exchange.importCampaign>>

function Taken({ result, onUndone }: { result: Result; onUndone: () => void }) {
  const { campaignId, campaignName, rows, attachments, untrustedAuthorities, entryId } = result
  const sum = (count: 'created' | 'updated' | 'unchanged' | 'keptOurs') => rows.reduce((total, row) => total + row[count], 0)
  const undo = useMutation({ mutationFn: (id: string) => takeBack(id), onSuccess: (isUndone) => isUndone && onUndone() })
  return (
    <div className={classes.result} role="status">
      <p>
        <b>{campaignName}</b> {sum('created') + sum('updated') === 0 ? 'was here already; nothing had to change.' : 'is in the workspace.'}
      </p>
      <p className={classes.soft}>
        {counted(sum('created'), 'row')} new, {formatCount(sum('updated'))} updated, {formatCount(sum('unchanged'))} unchanged
        {sum('keptOurs') > 0 && `, ${formatCount(sum('keptOurs'))} kept as they are here`}; {counted(attachments.added, 'new attachment')}.
      </p>
      {untrustedAuthorities.map(({ fingerprint, note }) => (
        <p key={fingerprint}>
          {note}{' '}
          <Link to="/settings" search={{ tab: 'signatures' }}>
            Settings, Signatures
          </Link>
        </p>
      ))}
      <div className={classes.buttons}>
        <Button renderRoot={(props) => <Link {...props} to="/campaigns/$campaignId" params={{ campaignId }} />}>Open the campaign</Button>
        {entryId && (
          <Button variant="subtle" loading={undo.isPending} onClick={() => undo.mutate(entryId)}>
            Undo the import
          </Button>
        )}
      </div>
    </div>
  )
}
