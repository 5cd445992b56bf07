import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Money } from '#src/shared/domain/money.ts'
import { api } from '../../api/client.ts'
import { Section } from '../../ui/fields.tsx'
import { Answer } from '../../ui/states.tsx'
import type { RateChoices } from './rate-choices.ts'
import { RateAsk } from './RateAsk.tsx'
import { RateDeals } from './RateDeals.tsx'
import { RateFields } from './RateFields.tsx'
import { RateModifiers } from './RateModifiers.tsx'
import { RateRange } from './RateRange.tsx'
import { RateSteps } from './RateSteps.tsx'

interface RateSuggesterProps {
  creatorId: string
  /** Of the creator's accounts, the primary one first. */
  platforms: readonly string[]
}

/** What a post of this creator costs: the range, how it came about, what moves it, and what to answer to an ask. */
export function RateSuggester({ creatorId, platforms }: RateSuggesterProps) {
  const [choices, setChoices] = useState<RateChoices>({})
  const [ask, setAsk] = useState<Money | null>(null)
  const question = { ...choices, creatorId }
  const suggestion = useQuery(api.rates.suggest.queryOptions({ input: question, placeholderData: keepPreviousData }))
  return (
    <>
      <Section title="Suggested price" note="For one post.">
        <Answer query={suggestion} what="The price could not be suggested">
          {(data) => (
            <>
              <RateRange suggestion={data} choices={choices} onChange={setChoices} />
              {data.steps.length > 0 && <RateSteps suggestion={data} />}
            </>
          )}
        </Answer>
      </Section>
      {suggestion.data && (
        <>
          <Section title="What moves the price">
            <RateFields platforms={platforms} choices={choices} onChange={setChoices} />
            <RateModifiers suggestion={suggestion.data} choices={choices} onChange={setChoices} />
          </Section>
          <Section title="Negotiation">
            <RateAsk question={question} currency={suggestion.data.low?.currency ?? suggestion.data.currency} ask={ask} onAsk={setAsk} />
          </Section>
          {suggestion.data.deals.found > 0 && <RateDeals suggestion={suggestion.data} />}
        </>
      )}
    </>
  )
}
