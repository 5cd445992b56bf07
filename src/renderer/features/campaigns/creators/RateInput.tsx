import { NumberInput } from '@mantine/core'

interface RateInputProps {
  label: string
  /** Basis points. */
  value: number | null
  onChange: (basisPoints: number | null) => void
  isRequired?: boolean
}

/** A share in percent, with two decimals at most. */
export function RateInput({ label, value, onChange, isRequired = false }: RateInputProps) {
  return (
    <NumberInput
      label={label}
      required={isRequired}
      min={0}
      max={100}
      clampBehavior="strict"
      decimalScale={2}
      suffix=" %"
      value={value === null ? '' : value / 100}
      onChange={(percent) => onChange(typeof percent === 'number' ? Math.round(percent * 100) : null)}
    />
  )
}
