import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { StatusDot, type Tone } from '../../ui/StatusDot.tsx'
import { Answer } from '../../ui/states.tsx'
import { formatInstant } from '../../ui/format.ts'
import classes from './contracts.module.css'

const looks: Record<'valid' | 'altered' | 'unsigned' | 'untrusted', { tone: Tone; word: string }> = {
  valid: { tone: 'good', word: 'Signatures valid' },
  altered: { tone: 'bad', word: 'Altered after signing' },
  unsigned: { tone: 'neutral', word: 'Not signed' },
  untrusted: { tone: 'warn', word: 'Signed by somebody unknown here' },
}

/** What checking a signed version found: who signed and when, and whether anything was changed since. */
export function Verdict({ documentId }: { documentId: string }) {
  const verdict = useQuery(api.contracts.verifyDocument.queryOptions({ input: { documentId } }))
  return (
    <div className={classes.paperHead}>
      <Answer query={verdict} what="The signatures could not be checked">
        {({ status, signatures, alterations }) => (
          <div className={classes.verdict}>
            <StatusDot tone={looks[status].tone}>{looks[status].word}</StatusDot>
            {signatures.map(({ field, signer, signedAt, note }) => (
              <span key={field} className={classes.source}>
                {signer}
                {signedAt && `, ${formatInstant(signedAt)}`}
                {note && ` (${note})`}
              </span>
            ))}
            {alterations.map((alteration) => (
              <span key={alteration}>{alteration}</span>
            ))}
          </div>
        )}
      </Answer>
    </div>
  )
}
