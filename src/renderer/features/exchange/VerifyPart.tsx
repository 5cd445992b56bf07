import { useMutation } from '@tanstack/react-query'
import type { GrantedFile } from '#src/shared/shell.ts'
import { client } from '../../api/client.ts'
import { formatInstant } from '../../ui/format.ts'
import { Section } from '../../ui/fields.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { ProblemNote } from '../../ui/states.tsx'
import { StatusDot, type Tone } from '../../ui/StatusDot.tsx'
import classes from './files.module.css'

type Report = Awaited<ReturnType<typeof client.contracts.verify>>

const verdicts: Readonly<Record<Report['status'], { tone: Tone; word: string; meaning: string }>> = {
  valid: { tone: 'good', word: 'Valid', meaning: 'Every signature is intact, and nothing was changed since.' },
  altered: { tone: 'bad', word: 'Altered', meaning: 'The file was changed after it was signed. Do not rely on it.' },
  unsigned: { tone: 'neutral', word: 'Not signed', meaning: 'There is no signature in this file.' },
  untrusted: {
    tone: 'warn',
    word: 'Signer not known',
    meaning: 'The file is whole, but nobody here has said that its signer is to be trusted: Settings, Signatures lists whom you may.',
  },
}

/** Any PDF: who signed it, when, and whether it is still what they signed. */
export function VerifyPart() {
  const verify = useMutation({
    mutationFn: async (file: GrantedFile) => ({ file, report: await client.contracts.verify({ file: file.grant }) }),
  })
  return (
    <Section title="Check a signed PDF" note="The file is only read; nothing is kept.">
      <FileDrop label="Drop a PDF here" kinds={['pdf']} isBusy={verify.isPending} onFile={(file) => verify.mutate(file)} />
      <ProblemNote error={verify.error} />
      {verify.data && <Found name={verify.data.file.name} report={verify.data.report} />}
    </Section>
  )
}

function Found({ name, report: { status, signatures, alterations } }: { name: string; report: Report }) {
  const { tone, word, meaning } = verdicts[status]
  return (
    <div className={classes.result} role="status">
      <StatusDot tone={tone}>{`${word}: ${name}`}</StatusDot>
      <p className={classes.soft}>{meaning}</p>
      {alterations.map((alteration) => (
        <p key={alteration}>{alteration}</p>
      ))}
      <ul className={classes.signatures}>
        {signatures.map(({ field, signer, signedAt, intact, coversWholeFile, trusted, note }) => (
          <li key={field} className={classes.signature}>
            <span>
              <b>{signer}</b>
              {signedAt && `, ${formatInstant(signedAt)}`}
            </span>
            <span className={classes.facts}>
              <StatusDot tone={intact ? 'good' : 'bad'}>{intact ? 'Intact' : 'Broken'}</StatusDot>
              <StatusDot tone={coversWholeFile ? 'good' : 'neutral'}>
                {coversWholeFile ? 'Covers the whole file' : 'Covers the file as it was then'}
              </StatusDot>
              <StatusDot tone={trusted ? 'good' : 'warn'}>{trusted ? 'Known signer' : 'Signer not known'}</StatusDot>
            </span>
            {note && <span className={classes.soft}>{note}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
