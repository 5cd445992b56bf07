import { formatDay, formatInstant } from '../../../ui/format.ts'
import { StatusDot } from '../../../ui/StatusDot.tsx'
import { coverText, timeSource, trustText, type ReportedSignature } from './verdict-words.ts'
import classes from './verify.module.css'

/** One signature: whether it holds, what it covers, whom it is of and why that is trusted. */
export function SignatureCard({ signature }: { signature: ReportedSignature }) {
  const { kind, signer, signedAt, intact, trusted, note, reason, certificate, level, algorithm, isWeak, revocation } = signature
  const details = [
    certificate && `Certificate from ${certificate.issuer}, valid until ${formatDay(certificate.validTo.slice(0, 10))}`,
    revocation.state === 'revoked' &&
      `Revoked${revocation.at ? ` ${formatInstant(revocation.at)}` : ''}${revocation.reason ? `: ${revocation.reason}` : ''}`,
    [level && `PAdES ${level}`, algorithm && `${algorithm.key} with ${algorithm.digest}${isWeak ? ', too weak today' : ''}`]
      .filter(Boolean)
      .join(', '),
    signature.isKeyForTheMoment && `Key made for this one signature; nobody but ${signer} vouches for the name`,
    reason && `Reason given: ${reason}`,
  ].filter(Boolean)
  return (
    <li className={classes.signature}>
      <span>
        <b>{signer}</b>
        {kind === 'time stamp' && ' (time stamp)'}
        {signedAt && (
          <span className={classes.soft}>
            {' '}
            {formatInstant(signedAt)}, {timeSource(signature)}
          </span>
        )}
      </span>
      <StatusDot tone={intact ? 'good' : 'bad'}>{intact ? 'Intact' : 'Broken'}</StatusDot>
      <StatusDot tone={signature.coversWholeFile ? 'good' : 'neutral'}>{coverText(signature)}</StatusDot>
      <StatusDot tone={trusted ? 'good' : 'warn'}>{trustText(signature)}</StatusDot>
      {note && <span>{note}</span>}
      <span className={classes.soft}>{details.join(' · ')}</span>
    </li>
  )
}
