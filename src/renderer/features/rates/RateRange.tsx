import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { exchangeRate } from '#src/shared/domain/rate-card/exchange.ts'
import { Money } from '../../ui/figures.tsx'
import { tierWord } from '../../ui/TierChip.tsx'
import type { RateChoices, Suggestion } from './rate-choices.ts'
import classes from './rates.module.css'

interface RateRangeProps {
  suggestion: Suggestion
  choices: RateChoices
  onChange: (choices: RateChoices) => void
}

/** The answer as one line, with what it rests on and why it may not be whole. */
export function RateRange({ suggestion, choices, onChange }: RateRangeProps) {
  const { low, suggested, high, basis, missing, notes } = suggestion
  const asksForRate = choices.usdRate !== undefined || missing.some(({ about }) => about === 'exchange rate')
  return (
    <>
      {basis === 'not known' ? (
        <p className={classes.range}>Not known</p>
      ) : (
        <p className={classes.range} role="status" aria-label="Suggested range">
          <Money value={suggested} />
          <span className={classes.bounds}>
            {' '}
            between <Money value={low} /> and {high ? <Money value={high} /> : 'any amount'}
          </span>
        </p>
      )}
      <p className={classes.basis}>{basisOf(suggestion)}</p>
      {asksForRate && <UsdRate currency={suggestion.currency} choices={choices} onChange={onChange} />}
      {[...missing.map(({ text }) => text), ...notes].map((text) => (
        <p key={text} className={classes.remark}>
          {text}
        </p>
      ))}
    </>
  )
}

function UsdRate({ currency, choices, onChange }: { currency: string; choices: RateChoices; onChange: (choices: RateChoices) => void }) {
  const [text, setText] = useState(choices.usdRate ?? '')
  const isBad = text.trim() !== '' && exchangeRate(text) === null
  const change = (next: string) => {
    setText(next)
    if (next.trim() === '') onChange({ ...choices, usdRate: undefined })
    else if (exchangeRate(next) !== null) onChange({ ...choices, usdRate: next.trim() })
  }
  return (
    <TextInput
      label={`${currency} for one US dollar`}
      className={classes.usdRate}
      inputMode="decimal"
      placeholder="0.92"
      value={text}
      error={isBad ? 'Write it such as 0.92.' : undefined}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  )
}

function basisOf({ basis, deals, setLabel, setId, tier }: Suggestion): string {
  const where = tier && tier !== 'below nano' ? `, tier ${tierWord(tier).toLowerCase()}` : ''
  return basis === 'own deals' ? `The middle of ${deals.found} deals of your own${where}` : `${setLabel} (${setId})${where}`
}
