import { Bound } from './RangeFacets.tsx'
import classes from './rail.module.css'
import type { RosterSearch } from './roster-search.ts'

interface PastFacetsProps {
  search: RosterSearch
  onChange: (search: RosterSearch) => void
}

/** What was done with a creator, and whether they may be contacted. */
export function PastFacets({ search, onChange }: PastFacetsProps) {
  return (
    <>
      <fieldset className={classes.group}>
        <legend className={classes.title}>Not worked with in</legend>
        <Bound
          label="Days without work"
          placeholder="Days"
          suffix=" days"
          value={search.notWorkedWithDays}
          onChange={(days) => onChange({ ...search, notWorkedWithDays: days === undefined || days < 1 ? undefined : Math.round(days) })}
        />
      </fieldset>
      <fieldset className={classes.group}>
        <legend className={classes.title}>Also</legend>
        <Choice
          label="May be contacted"
          isChosen={search.doNotContact === false}
          onChange={(isOn) => onChange({ ...search, doNotContact: isOn ? false : undefined })}
        />
        <Choice label="Vetted" isChosen={search.vetted === true} onChange={(isOn) => onChange({ ...search, vetted: isOn || undefined })} />
      </fieldset>
    </>
  )
}

function Choice({ label, isChosen, onChange }: { label: string; isChosen: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className={classes.option} data-chosen={isChosen || undefined}>
      <input type="checkbox" className={classes.box} checked={isChosen} onChange={() => onChange(!isChosen)} />
      <span className={classes.word}>{label}</span>
    </label>
  )
}
