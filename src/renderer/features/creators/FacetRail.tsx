import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { ProblemNote } from '../../ui/states.tsx'
import { AudienceFacet } from './AudienceFacet.tsx'
import { FacetGroup } from './FacetGroup.tsx'
import { facetTitles, facetWord, orderedFacet } from './facet-words.ts'
import { PastFacets } from './PastFacets.tsx'
import { RangeFacets } from './RangeFacets.tsx'
import classes from './rail.module.css'
import { facetNames, filterOf, withFacet, type FacetName, type RosterSearch } from './roster-search.ts'

interface FacetRailProps {
  search: RosterSearch
  onChange: (search: RosterSearch) => void
}

/** What the roster can be narrowed by, with how many creators each choice leaves. */
export function FacetRail({ search, onChange }: FacetRailProps) {
  const facets = useQuery(api.creators.facets.queryOptions({ input: filterOf(search), placeholderData: keepPreviousData }))
  const group = (facet: FacetName) => {
    const chosen = search[facet] ?? []
    const counts = orderedFacet(facet, facets.data?.[facet] ?? [], chosen)
    return (
      <FacetGroup
        key={facet}
        title={facetTitles[facet]}
        isLoading={facets.isPending}
        chosen={chosen}
        onToggle={(value) => onChange(withFacet(search, facet, value))}
        options={counts.map(({ value, count }) => ({ value, count, label: facetWord(facet, value) }))}
      />
    )
  }
  return (
    <section className={classes.rail} aria-label="Filter" tabIndex={0}>
      <ProblemNote error={facets.error} />
      {group('tiers')}
      <RangeFacets search={search} onChange={onChange} />
      {facetNames.filter((facet) => facet !== 'tiers').map(group)}
      <AudienceFacet countries={facets.data?.audienceCountries ?? []} isLoading={facets.isPending} search={search} onChange={onChange} />
      <PastFacets search={search} onChange={onChange} />
    </section>
  )
}
