import { Select, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { CURRENCY_CODES } from '#src/shared/domain/currencies.ts'
import { moneyToDecimal, type Money } from '#src/shared/domain/money.ts'
import { parseMoney } from '#src/shared/domain/money-text.ts'
import classes from './fields.module.css'

interface MoneyInputProps {
  label: string
  /** Null while nothing, or nothing that is an amount, has been typed. */
  value: Money | null
  onChange: (value: Money | null) => void
  /** Where no amount has been typed yet. */
  currency: string
  /** With `false` the currency stands fixed beside the field. */
  canChooseCurrency?: boolean
  isRequired?: boolean
  description?: string
  disabled?: boolean
}

/** An amount as a person writes it (1,234.50 or 1.234,50), kept in minor units with its currency. Says at once what cannot be read. */
export function MoneyInput({
  label,
  value,
  onChange,
  currency,
  canChooseCurrency = true,
  isRequired = false,
  description,
  disabled,
}: MoneyInputProps) {
  const labelId = useId()
  const [text, setText] = useState(() => (value ? moneyToDecimal(value) : ''))
  const [chosen, setChosen] = useState(value?.currency ?? currency)
  const [told, setTold] = useState(value)
  if (!isSame(value, told)) {
    setTold(value)
    setText(value ? moneyToDecimal(value) : '')
    setChosen(value?.currency ?? currency)
  }
  const read = text.trim() === '' ? null : parseMoney(text, chosen)
  const change = (nextText: string, nextCurrency: string) => {
    setText(nextText)
    const parsed = nextText.trim() === '' ? null : parseMoney(nextText, nextCurrency)
    const found = parsed?.kind === 'value' ? parsed.value : null
    setChosen(found?.currency ?? nextCurrency)
    setTold(found)
    onChange(found)
  }
  return (
    <div className={classes.money}>
      <TextInput
        label={label}
        id={labelId}
        value={text}
        inputMode="decimal"
        required={isRequired}
        description={description}
        disabled={disabled}
        className={classes.amount}
        error={read?.kind === 'problem' ? read.problem : undefined}
        onChange={({ currentTarget }) => change(currentTarget.value, chosen)}
        onBlur={() => read?.kind === 'value' && setText(moneyToDecimal(read.value))}
        rightSection={canChooseCurrency ? undefined : <span className={classes.unit}>{chosen}</span>}
        rightSectionWidth={44}
      />
      {canChooseCurrency && (
        <Select
          aria-label={`Currency of ${label}`}
          data={CURRENCY_CODES}
          value={chosen}
          searchable
          disabled={disabled}
          className={classes.currency}
          onChange={(next) => next && change(text, next)}
        />
      )}
    </div>
  )
}

function isSame(one: Money | null, other: Money | null): boolean {
  return one?.amountMinor === other?.amountMinor && one?.currency === other?.currency
}
