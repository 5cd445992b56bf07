import { NumberInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import classes from './rail.module.css'
import type { RosterSearch } from './roster-search.ts'

interface RangeFacetsProps {
  search: RosterSearch
  onChange: (search: RosterSearch) => void
}

/** Bounds on followers and engagement; an empty field is no bound. */
export function RangeFacets({ search, onChange }: RangeFacetsProps) {
  const { minFollowers, maxFollowers, minEngagementBp, maxEngagementBp } = search
  return (
    <>
      <fieldset className={classes.group}>
        <legend className={classes.title}>Followers</legend>
        <div className={classes.range}>
          <Bound
            label="Fewest followers"
            placeholder="From"
            value={minFollowers}
            onChange={(value) => onChange({ ...search, minFollowers: value })}
          />
          <Bound
            label="Most followers"
            placeholder="To"
            value={maxFollowers}
            onChange={(value) => onChange({ ...search, maxFollowers: value })}
          />
        </div>
      </fieldset>
      <fieldset className={classes.group}>
        <legend className={classes.title}>Engagement</legend>
        <div className={classes.range}>
          <Bound
            label="Least engagement in percent"
            placeholder="From %"
            suffix=" %"
            decimals={2}
            value={inPercent(minEngagementBp)}
            onChange={(percent) => onChange({ ...search, minEngagementBp: inBasisPoints(percent) })}
          />
          <Bound
            label="Most engagement in percent"
            placeholder="To %"
            suffix=" %"
            decimals={2}
            value={inPercent(maxEngagementBp)}
            onChange={(percent) => onChange({ ...search, maxEngagementBp: inBasisPoints(percent) })}
          />
        </div>
      </fieldset>
    </>
  )
}

const inPercent = (basisPoints: number | undefined) => (basisPoints === undefined ? undefined : basisPoints / 100)
const inBasisPoints = (percent: number | undefined) => (percent === undefined ? undefined : Math.round(percent * 100))

interface BoundProps {
  label: string
  placeholder: string
  suffix?: string
  decimals?: number
  value: number | undefined
  onChange: (value: number | undefined) => void
}

/** A number that is told once the person stops typing; an empty field is none. */
export function Bound({ label, placeholder, suffix, decimals = 0, value, onChange }: BoundProps) {
  const [typed, setTyped] = useState<number | string>(value ?? '')
  const [before, setBefore] = useState(value)
  const tell = useDebouncedCallback(onChange, 250)
  if (before !== value) {
    setBefore(value)
    setTyped(value ?? '')
  }
  return (
    <NumberInput
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      min={0}
      allowNegative={false}
      decimalScale={decimals}
      suffix={suffix}
      onChange={(next) => {
        setTyped(next)
        tell(typeof next === 'number' ? next : undefined)
      }}
    />
  )
}
