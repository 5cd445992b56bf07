import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { Section } from '../../ui/fields.tsx'
import { Answer } from '../../ui/states.tsx'
import { CredibilityPart } from './CredibilityPart.tsx'
import { ReviewPart } from './ReviewPart.tsx'
import { SamplesPart } from './SamplesPart.tsx'
import { SignalRow } from './SignalRow.tsx'
import { TargetFields } from './TargetFields.tsx'
import type { Target } from './vetting-types.ts'
import classes from './vetting.module.css'

/** Everything about the vetting of one creator: credibility, signals with their evidence, the review, what was decided, and samples. */
export function VettingPart({ creatorId }: { creatorId: string }) {
  const [target, setTarget] = useState<Target | null>(null)
  const input = { creatorId, ...(target && { target }) }
  const signals = useQuery(api.vetting.signals.queryOptions({ input, placeholderData: keepPreviousData }))
  return (
    <>
      <Section title="Credibility" actions={<TargetFields target={target} onChange={setTarget} />}>
        <Answer query={signals} what="The signals could not be computed">
          {(vetted) => <CredibilityPart vetted={vetted} />}
        </Answer>
      </Section>
      {signals.data && (
        <Section title="Signals" note={signals.data.account ? undefined : 'There are signals once an account with figures is on file.'}>
          {signals.data.findings.map(({ rowId, on, problem }) => (
            <p key={`${rowId} ${problem}`} className={classes.finding}>
              {on}: {problem}
            </p>
          ))}
          <ul className={classes.list}>
            {signals.data.signals.map((signal) => (
              <SignalRow key={signal.id} signal={signal} />
            ))}
          </ul>
        </Section>
      )}
      <ReviewPart creatorId={creatorId} signals={signals.data?.signals ?? []} />
      {signals.data?.account && <SamplesPart creatorId={creatorId} accountId={signals.data.account.id} />}
    </>
  )
}
