import { NumberInput, Select } from '@mantine/core'
import { describeCompensation } from '#src/shared/domain/compensation-words.ts'
import { CURRENCY_CODES } from '#src/shared/domain/currencies.ts'
import type { Money } from '#src/shared/domain/money.ts'
import { MoneyInput } from '../../../ui/MoneyInput.tsx'
import classes from './compensation.module.css'
import { inCurrency, models, termsOf, type Draft, type Model } from './compensation-draft.ts'
import { LadderEditor } from './LadderEditor.tsx'
import { RateInput } from './RateInput.tsx'

interface CompensationEditorProps {
  draft: Draft
  onChange: (draft: Draft) => void
}

/** What a creator is given: a model, what it needs, and how the contract will put it. */
export function CompensationEditor({ draft, onChange }: CompensationEditorProps) {
  const change = (changes: Partial<Draft>) => onChange({ ...draft, ...changes })
  const terms = termsOf(draft)
  const hasAmounts = draft.model !== 'commission'
  return (
    <div className={classes.editor}>
      <div className={classes.head}>
        <Select
          label="Model"
          data={models.map(({ model, label }) => ({ value: model, label }))}
          value={draft.model}
          onChange={(model) => change({ model: model as Model })}
          maxDropdownHeight={340}
        />
        {hasAmounts && (
          <Select
            label="Currency"
            data={CURRENCY_CODES}
            searchable
            value={draft.currency}
            onChange={(currency) => currency && onChange(inCurrency(draft, currency))}
          />
        )}
      </div>
      <div className={classes.fields} key={`${draft.model} ${draft.currency}`}>
        <ModelFields draft={draft} change={change} />
      </div>
      <p className={classes.words} aria-live="polite" data-open={terms === null || undefined}>
        {terms ? describeCompensation(terms, draft.currency) : 'The wording of the contract stands here once every field is filled in.'}
      </p>
    </div>
  )
}

type Change = (changes: Partial<Draft>) => void

function ModelFields({ draft, change }: { draft: Draft; change: Change }) {
  const amount = (
    label: string,
    field: 'fee' | 'pricePerPost' | 'base' | 'bonus' | 'productValue' | 'pricePerMonth' | 'retainerPerMonth',
  ) => (
    <MoneyInput
      label={label}
      value={draft[field]}
      currency={draft.currency}
      canChooseCurrency={false}
      isRequired
      onChange={(value: Money | null) => change({ [field]: value })}
    />
  )
  const whole = (label: string, field: 'posts' | 'everySales') => (
    <NumberInput
      label={label}
      required
      min={1}
      allowDecimal={false}
      allowNegative={false}
      value={draft[field] ?? ''}
      onChange={(value) => change({ [field]: typeof value === 'number' ? value : null })}
    />
  )
  const rate = (label: string) => <RateInput label={label} value={draft.rateBp} onChange={(rateBp) => change({ rateBp })} isRequired />
  switch (draft.model) {
    case 'flat fee':
      return amount('Fee', 'fee')
    case 'per post':
      return (
        <>
          {whole('Posts', 'posts')}
          {amount('Price per post', 'pricePerPost')}
        </>
      )
    case 'performance bonus':
      return (
        <>
          {amount('Base fee', 'base')}
          {amount('Bonus', 'bonus')}
          {whole('For every full … sales', 'everySales')}
        </>
      )
    case 'gifting':
      return amount('Value of the products', 'productValue')
    case 'commission':
      return rate('Commission')
    case 'flat plus commission':
      return (
        <>
          {amount('Fee', 'fee')}
          {rate('Commission')}
        </>
      )
    case 'revenue share':
      return (
        <>
          {rate('Share')}
          {amount('Price a customer pays a month', 'pricePerMonth')}
        </>
      )
    case 'retainer plus commission':
      return (
        <>
          {amount('Retainer a month', 'retainerPerMonth')}
          {rate('Commission')}
        </>
      )
    case 'ambassador ladder':
      return <LadderEditor rungs={draft.rungs} currency={draft.currency} onChange={(rungs) => change({ rungs })} />
  }
}
