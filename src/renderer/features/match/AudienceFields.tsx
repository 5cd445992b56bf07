import { ActionIcon, Autocomplete, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { countryName } from '#src/shared/domain/country-codes.ts'
import { USUAL_AGE_SHARE_BP } from '#src/shared/domain/match/need.ts'
import type { Need } from './match-search.ts'
import classes from './match.module.css'
import { NumberField } from './NumberField.tsx'

interface AudienceFieldsProps {
  need: Need
  /** Countries that the roster knows. */
  countries: readonly string[]
  onChange: (part: Partial<Need>) => void
}

const usualCountryShareBp = 4000

/** Whom the creators have to reach: countries and ages, each with the share of the audience that is wished for. */
export function AudienceFields({ need: { countries: wanted, age }, countries, onChange }: AudienceFieldsProps) {
  const [typed, setTyped] = useState('')
  const add = (country: string) => {
    setTyped('')
    if (country.trim() === '' || wanted.some((one) => one.country === country.trim())) return
    onChange({ countries: [...wanted, { country: country.trim(), shareBp: usualCountryShareBp }] })
  }
  const remove = (country: string) => onChange({ countries: wanted.filter((one) => one.country !== country) })
  const setShare = (country: string, percent: number | null) =>
    onChange({
      countries: wanted.map((one) => (one.country === country && percent ? { country, shareBp: Math.round(percent * 100) } : one)),
    })
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>Audience</legend>
      {wanted.map(({ country, shareBp }) => (
        <div key={country} className={classes.country}>
          <span className={classes.countryName}>{countryName(country)}</span>
          <NumberField
            label=""
            spoken={`Share of the audience in ${countryName(country)}`}
            suffix=" %"
            most={100}
            value={shareBp / 100}
            onChange={(percent) => setShare(country, percent)}
          />
          <Tooltip label="Remove">
            <ActionIcon aria-label={`Remove ${countryName(country)}`} onClick={() => remove(country)}>
              <IconX size={14} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <Autocomplete
        aria-label="Add a country"
        placeholder="Add a country"
        data={[...new Set(countries)]}
        limit={20}
        value={typed}
        onChange={setTyped}
        onOptionSubmit={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed.trim() === '') return
          event.preventDefault()
          add(typed)
        }}
      />
      <AgeFields age={age} onChange={onChange} />
    </fieldset>
  )
}

const youngest = 13

function AgeFields({ age, onChange }: { age: Need['age']; onChange: AudienceFieldsProps['onChange'] }) {
  const set = (part: Partial<NonNullable<Need['age']>>) => {
    const next = { from: youngest, to: 120, shareBp: USUAL_AGE_SHARE_BP, ...age, ...part }
    onChange({ age: { ...next, to: Math.max(next.from, next.to) } })
  }
  return (
    <div className={classes.ages}>
      <NumberField
        label="Aged from"
        most={120}
        value={age?.from ?? null}
        onChange={(from) => (from === null ? onChange({ age: null }) : set({ from }))}
      />
      <NumberField label="To" spoken="Aged to" most={120} value={age?.to ?? null} onChange={(to) => to !== null && set({ to })} />
      <NumberField
        label="Share"
        spoken="Share of the audience of that age"
        suffix=" %"
        most={100}
        value={age === null ? null : age.shareBp / 100}
        onChange={(percent) => percent !== null && percent > 0 && set({ shareBp: Math.round(percent * 100) })}
      />
    </div>
  )
}
