import { Link } from '@tanstack/react-router'
import { StatusDot, type Tone } from '../../../ui/StatusDot.tsx'
import { RedlineWords } from '../redline/RedlineWords.tsx'
import { VerifyResult } from '../verify/VerifyResult.tsx'
import type { Returned } from './returned-types.ts'
import classes from './signing.module.css'

const looks: Readonly<Record<Returned['code'], { tone: Tone; word: string }>> = {
  ACCEPTED: { tone: 'good', word: 'Taken in' },
  ALREADY_HERE: { tone: 'neutral', word: 'Here already' },
  OTHER_CONTRACT: { tone: 'warn', word: 'Belongs to another contract' },
  ALTERED: { tone: 'bad', word: 'Altered' },
  DIFFERENT: { tone: 'bad', word: 'Says something else' },
  REWRITTEN: { tone: 'warn', word: 'File made anew' },
  OLD_VERSION: { tone: 'warn', word: 'An older version' },
  UNSIGNED: { tone: 'warn', word: 'Not signed' },
  SIGNED_TWICE: { tone: 'warn', word: 'Signed already' },
  WRONG_SIGNER: { tone: 'bad', word: 'Signed in the wrong place' },
  UNTRUSTED: { tone: 'bad', word: 'Signature cannot be accepted' },
  NOT_OPEN: { tone: 'warn', word: 'Waits for no signature' },
}

/** What became of a file that came back: the verdict, how it compares with what was sent, and its signatures. */
export function ReturnResult({ result, shownContract }: { result: Returned; shownContract?: string }) {
  const { code, message, warnings, contract, otherContract, comparison, verification } = result
  const { tone, word } = looks[code]
  const belongsTo = otherContract ?? verification.contract ?? contract
  return (
    <div className={classes.returned} role="status">
      <b className={classes.verdict}>
        <StatusDot tone={tone}>{word}</StatusDot>
      </b>
      <p className={classes.sentence}>{message}</p>
      {belongsTo.id !== null && belongsTo.id !== shownContract && (
        <p className={classes.sentence}>
          <Link to="/contracts/$contractId" params={{ contractId: belongsTo.id }} className={classes.link}>
            Open contract {belongsTo.number}
          </Link>
        </p>
      )}
      {warnings.map((warning) => (
        <p key={warning} className={classes.sentence}>
          {warning}
        </p>
      ))}
      <Comparison comparison={comparison} />
      <VerifyResult report={verification} />
    </div>
  )
}

function Comparison({ comparison: { sameBytes, sameWords, sameTerms, pages, terms } }: Pick<Returned, 'comparison'>) {
  return (
    <div className={classes.comparison}>
      <StatusDot tone={sameBytes ? 'good' : 'neutral'}>
        {sameBytes ? 'Begins with the very bytes that were sent' : 'Does not begin with the bytes that were sent'}
      </StatusDot>
      <StatusDot tone={sameWords ? 'good' : 'bad'}>{sameWords ? 'Says the same on every page' : 'Says something else'}</StatusDot>
      {sameTerms !== null && (
        <StatusDot tone={sameTerms ? 'good' : 'bad'}>{sameTerms ? 'Carries the same terms' : 'Carries other terms'}</StatusDot>
      )}
      {terms.map((term) => (
        <span key={term}>{term}</span>
      ))}
      {pages.map(({ page, parts }) => (
        <div key={page}>
          <h3 className={classes.page}>Page {page}</h3>
          <p className={classes.words}>
            <RedlineWords parts={parts} />
          </p>
        </div>
      ))}
    </div>
  )
}
