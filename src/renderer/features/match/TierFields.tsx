import { TIERS } from '#src/shared/domain/tiers.ts'
import { tierWord } from '../../ui/TierChip.tsx'
import type { Need } from './match-search.ts'
import classes from './match.module.css'
import { NumberField } from './NumberField.tsx'

interface TierFieldsProps {
  tiers: Need['tiers']
  onChange: (tiers: Need['tiers']) => void
}

/** How many of each tier; with none at all, any. */
export function TierFields({ tiers, onChange }: TierFieldsProps) {
  const set = (tier: (typeof TIERS)[number], count: number | null) => {
    const next = TIERS.flatMap((one) => {
      const now = one === tier ? count : (tiers.find((other) => other.tier === one)?.count ?? null)
      return now === null ? [] : [{ tier: one, count: now }]
    })
    onChange(next)
  }
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>Tier mix</legend>
      <div className={classes.tiers}>
        {TIERS.map((tier) => (
          <NumberField
            key={tier}
            label={tierWord(tier)}
            most={1000}
            value={tiers.find((one) => one.tier === tier)?.count ?? null}
            onChange={(count) => set(tier, count)}
          />
        ))}
      </div>
    </fieldset>
  )
}
