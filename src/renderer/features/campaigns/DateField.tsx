import { DateInput } from '@mantine/dates'
import type { KeyboardEvent } from 'react'

interface DateFieldProps {
  label: string
  /** `YYYY-MM-DD` */
  value: string | null
  onChange: (day: string | null) => void
  earliest?: string | null
  latest?: string | null
  isLabelHidden?: boolean
  isRequired?: boolean
  disabled?: boolean
}

/** A plain day, typed or picked; empty where it is not known. */
export function DateField({
  label,
  value,
  onChange,
  earliest,
  latest,
  isLabelHidden = false,
  isRequired = false,
  disabled,
}: DateFieldProps) {
  return (
    <DateInput
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      value={value}
      onChange={onChange}
      placeholder="YYYY-MM-DD"
      clearable={!isRequired}
      required={isRequired}
      disabled={disabled}
      onKeyDown={keepEscape}
      minDate={earliest ?? undefined}
      maxDate={latest ?? undefined}
      dateParser={parseDay}
      clearButtonProps={{ 'aria-label': `Clear ${label.toLowerCase()}` }}
    />
  )
}

/** Escape closes the calendar, and nothing around it that holds what was typed. */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.preventDefault()
}

function parseDay(text: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) && !Number.isNaN(Date.parse(text.trim())) ? text.trim() : null
}
