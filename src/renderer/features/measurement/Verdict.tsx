import { formatRatio } from '../../ui/format.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { verdictTones, whyUnknown, type Figures } from './verdict.ts'
import classes from './measurement.module.css'

/** What ROAS means, in a word. */
export function Verdict({ figures }: { figures: Figures }) {
  const { roasVerdict } = figures
  if (roasVerdict === null) return null
  return <StatusDot tone={verdictTones[roasVerdict]}>{roasVerdict.charAt(0).toUpperCase() + roasVerdict.slice(1)}</StatusDot>
}

/** ROAS with its word; a reason on pointing where it is not known. */
export function Roas({ figures }: { figures: Figures }) {
  return (
    <span className={classes.roas} title={whyUnknown(figures, 'return') ?? undefined}>
      <span className="figures">{formatRatio(figures.roasHundredths)}</span>
      <Verdict figures={figures} />
    </span>
  )
}
