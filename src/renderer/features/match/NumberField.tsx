import { NumberInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'

interface NumberFieldProps {
  label: string
  /** For those who hear it, where `label` alone says too little. */
  spoken?: string
  value: number | null
  placeholder?: string
  suffix?: string
  most: number
  decimals?: number
  onChange: (value: number | null) => void
}

/** A number that may be left empty; it counts a moment after the last key. */
export function NumberField({ label, spoken, value, placeholder, suffix, most, decimals = 0, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<number | string>(value ?? '')
  const [before, setBefore] = useState(value)
  const tell = useDebouncedCallback(onChange, 300)
  if (before !== value) {
    setBefore(value)
    setTyped(value ?? '')
  }
  return (
    <NumberInput
      label={label}
      aria-label={spoken}
      placeholder={placeholder}
      value={typed}
      min={0}
      max={most}
      clampBehavior="strict"
      allowNegative={false}
      decimalScale={decimals}
      suffix={suffix}
      onChange={(next) => {
        setTyped(next)
        tell(typeof next === 'number' ? next : null)
      }}
    />
  )
}
