import { Link } from '@tanstack/react-router'
import { numbered } from '../../../ui/numbered.ts'
import { StatusDot } from '../../../ui/StatusDot.tsx'
import { SignatureCard } from './SignatureCard.tsx'
import { verdictLooks, type Report } from './verdict-words.ts'
import classes from './verify.module.css'

interface VerifyResultProps {
  report: Report
  /** The file's name, where it is not on the page already. */
  name?: string
  /** Whether the contract it belongs to is worth a link. */
  linksContract?: boolean
}

/** The verdict on a PDF: in one sentence, then each signature, then what was changed after. */
export function VerifyResult({ report, name, linksContract = false }: VerifyResultProps) {
  const { status, summary, signatures, alterations, remarks, contract, scan } = report
  const { tone, word } = verdictLooks[status]
  return (
    <div className={classes.result} data-tone={tone}>
      <div className={classes.verdict}>
        <b className={classes.word}>
          <StatusDot tone={tone}>{scan ? 'Scan of paper' : word}</StatusDot>
        </b>
        {name && <span className={classes.soft}>{name}</span>}
      </div>
      <p className={classes.sentence}>{summary}</p>
      {contract && linksContract && (
        <p className={classes.sentence}>
          It belongs to{' '}
          <Link to="/contracts/$contractId" params={{ contractId: contract.id }} className={classes.link}>
            contract {contract.number}
          </Link>
          .
        </p>
      )}
      {signatures.length > 0 && (
        <ul className={classes.signatures} aria-label="Signatures">
          {numbered(signatures).map(({ place, item }) => (
            <SignatureCard key={place} signature={item} />
          ))}
        </ul>
      )}
      <Sentences title="Changed although it must not be" lines={alterations} />
      <Sentences title="Done after signing, as a signed document may be" lines={remarks} />
    </div>
  )
}

function Sentences({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <div>
      <h3 className={classes.title}>{title}</h3>
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
