import { Button, NumberInput, Popover, Stack, TagsInput } from '@mantine/core'
import { useState } from 'react'
import { USUAL_LEAST_BP } from '#src/shared/domain/vetting/audience-fit.ts'
import type { Target } from './vetting-types.ts'
import classes from './vetting.module.css'

const usualLeast = USUAL_LEAST_BP / 100

interface TargetFieldsProps {
  target: Target | null
  onChange: (target: Target | null) => void
}

/** Whom a campaign wants to reach: the audience is held against it. */
export function TargetFields({ target, onChange }: TargetFieldsProps) {
  const [isOpen, setOpen] = useState(false)
  const [countries, setCountries] = useState<string[]>(target?.countries ?? [])
  const [from, setFrom] = useState<number | string>(target?.ageFrom ?? '')
  const [to, setTo] = useState<number | string>(target?.ageTo ?? '')
  const [least, setLeast] = useState<number | string>(usualLeast)
  const ages = [from, to].map((age) => (typeof age === 'number' ? age : null))
  const [ageFrom = null, ageTo = null] = ages
  const isEmpty = countries.length === 0 && ageFrom === null && ageTo === null
  const isTurned = ageFrom !== null && ageTo !== null && ageFrom > ageTo
  const apply = () => {
    onChange(isEmpty ? null : { countries, ageFrom, ageTo, leastBp: Math.round((typeof least === 'number' ? least : usualLeast) * 100) })
    setOpen(false)
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(!isOpen)}>
          {target ? 'Change the target' : 'Set a target'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Target audience">
        <Stack gap="sm">
          <TagsInput
            label="Countries"
            description="As the audience on file names them, such as DE"
            value={countries}
            onChange={setCountries}
            data-autofocus
          />
          <div className={classes.ages}>
            <NumberInput label="Age from" min={0} max={120} allowDecimal={false} value={from} onChange={setFrom} />
            <NumberInput label="to" min={0} max={120} allowDecimal={false} value={to} onChange={setTo} error={isTurned || undefined} />
          </div>
          <NumberInput label="Least share of the audience" suffix=" %" min={1} max={100} value={least} onChange={setLeast} />
          <Button variant="filled" disabled={isTurned} onClick={apply}>
            Hold against the target
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
