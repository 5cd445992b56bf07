import { NumberInput } from '@mantine/core'
import { useState } from 'react'

interface RateInputProps {
  label: string
  /** Basis points. */
  value: number | null
  onChange: (basisPoints: number | null) => void
  isRequired?: boolean
}

/** A share in percent, with two decimals at most. */
export function RateInput({ label, value, onChange, isRequired = false }: RateInputProps) {
  // "12." is on its way to 12.5: the text is kept as typed, and only its amount is told.
  const [typed, setTyped] = useState<number | string>(inPercent(value))
  const [told, setTold] = useState(value)
  if (value !== told) {
    setTold(value)
    setTyped(inPercent(value))
  }
  const change = (next: number | string) => {
    const basisPoints = next === '' ? null : Math.round(Number(next) * 100)
    setTyped(next)
    setTold(basisPoints)
    onChange(basisPoints)
  }
  return (
    <NumberInput
      label={label}
      required={isRequired}
      min={0}
      max={100}
      clampBehavior="strict"
      decimalScale={2}
      suffix=" %"
      value={typed}
      onChange={change}
    />
  )
}

function inPercent(basisPoints: number | null): number | '' {
  return basisPoints === null ? '' : basisPoints / 100
}
