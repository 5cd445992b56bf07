import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { formatCount, formatPercent } from '../../ui/format.ts'
import { facetTitles, facetWord } from './facet-words.ts'
import { furtherChips, type Chip } from './further-chips.ts'
import classes from './chips.module.css'
import { facetNames, filterOf, isFiltered, withFacet, type RosterSearch } from './roster-search.ts'

interface FilterChipsProps {
  search: RosterSearch
  onChange: (search: RosterSearch) => void
}

/** What narrows the list at present, each with a way to take it off. */
export function FilterChips({ search, onChange }: FilterChipsProps) {
  if (!isFiltered(filterOf(search))) return null
  const { archived, sort, direction } = search
  return (
    <section className={classes.chips} aria-label="Filters in use">
      {chipsOf(search).map(({ name, value, without }) => (
        <span key={`${name} ${value}`} className={classes.chip}>
          <span className={classes.name}>{name}</span>
          <span className={classes.value}>{value}</span>
          <button type="button" className={classes.off} aria-label={`Remove the filter ${name} ${value}`} onClick={() => onChange(without)}>
            <IconX size={12} stroke={2} aria-hidden />
          </button>
        </span>
      ))}
      <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onChange({ archived, sort, direction })}>
        Clear all
      </Button>
    </section>
  )
}

function chipsOf(search: RosterSearch): Chip[] {
  const { search: words, minFollowers, maxFollowers, minEngagementBp, maxEngagementBp } = search
  const facets = facetNames.flatMap((facet) =>
    (search[facet] ?? []).map((value) => ({
      name: facetTitles[facet],
      value: facetWord(facet, value),
      without: withFacet(search, facet, value),
    })),
  )
  return [
    ...(words ? [{ name: 'Search', value: words, without: { ...search, search: undefined } }] : []),
    ...facets,
    ...(minFollowers === undefined
      ? []
      : [{ name: 'Followers from', value: formatCount(minFollowers), without: { ...search, minFollowers: undefined } }]),
    ...(maxFollowers === undefined
      ? []
      : [{ name: 'Followers to', value: formatCount(maxFollowers), without: { ...search, maxFollowers: undefined } }]),
    ...(minEngagementBp === undefined
      ? []
      : [{ name: 'Engagement from', value: formatPercent(minEngagementBp), without: { ...search, minEngagementBp: undefined } }]),
    ...(maxEngagementBp === undefined
      ? []
      : [{ name: 'Engagement to', value: formatPercent(maxEngagementBp), without: { ...search, maxEngagementBp: undefined } }]),
    ...furtherChips(search),
  ]
}
