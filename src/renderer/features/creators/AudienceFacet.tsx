import { AGE_GROUPS, MAIN_COUNTRY_BP, type AudienceDimension } from '#src/shared/domain/audience.ts'
import { countryName } from '#src/shared/domain/country-codes.ts'
import { FacetGroup } from './FacetGroup.tsx'
import { Bound } from './RangeFacets.tsx'
import classes from './rail.module.css'
import type { RosterSearch } from './roster-search.ts'

interface AudienceFacetProps {
  countries: readonly { value: string; count: number }[]
  isLoading: boolean
  search: RosterSearch
  onChange: (search: RosterSearch) => void
}

/** Who has to follow: where they live and how old they are, each with the least share of the whole audience. */
export function AudienceFacet({ countries, isLoading, search, onChange }: AudienceFacetProps) {
  const [country, age] = [conditionOf(search, 'country'), conditionOf(search, 'age')]
  const change = (dimension: AudienceDimension, labels: string[], atLeastBp: number) =>
    onChange(withCondition(search, dimension, labels, atLeastBp))
  const missing = country.labels.filter((label) => !countries.some(({ value }) => value === label)).map((value) => ({ value, count: 0 }))
  const options = [...countries, ...missing].map((option) => ({ ...option, label: countryName(option.value) }))
  if (!isLoading && options.length === 0 && age.labels.length === 0) return null
  return (
    <>
      <FacetGroup
        title={`Audience: ${country.atLeastBp / 100} % or more in`}
        options={options}
        chosen={country.labels}
        isLoading={isLoading}
        onToggle={(label) => change('country', toggled(country.labels, label), country.atLeastBp)}
      />
      {country.labels.length > 0 && (
        <Share name="country" value={country.atLeastBp} onChange={(share) => change('country', country.labels, share)} />
      )}
      <FacetGroup
        title={`Audience: ${age.atLeastBp / 100} % or more aged`}
        options={AGE_GROUPS.map((value) => ({ value, label: value }))}
        chosen={age.labels}
        isLoading={false}
        onToggle={(label) => change('age', toggled(age.labels, label), age.atLeastBp)}
      />
      {age.labels.length > 0 && <Share name="age" value={age.atLeastBp} onChange={(share) => change('age', age.labels, share)} />}
    </>
  )
}

function Share({ name, value, onChange }: { name: string; value: number; onChange: (basisPoints: number) => void }) {
  return (
    <div className={classes.group}>
      <Bound
        label={`Least share of the audience by ${name}, in percent`}
        placeholder="From %"
        suffix=" %"
        value={value / 100}
        onChange={(percent) =>
          onChange(percent === undefined || percent < 1 || percent > 100 ? MAIN_COUNTRY_BP : Math.round(percent * 100))
        }
      />
    </div>
  )
}

function conditionOf({ audience = [] }: RosterSearch, dimension: AudienceDimension): { labels: string[]; atLeastBp: number } {
  return audience.find((condition) => condition.dimension === dimension) ?? { labels: [], atLeastBp: MAIN_COUNTRY_BP }
}

function withCondition(search: RosterSearch, dimension: AudienceDimension, labels: string[], atLeastBp: number): RosterSearch {
  const others = (search.audience ?? []).filter((condition) => condition.dimension !== dimension)
  const audience = labels.length > 0 ? [...others, { dimension, labels, atLeastBp }] : others
  return { ...search, audience: audience.length > 0 ? audience : undefined }
}

function toggled(labels: readonly string[], label: string): string[] {
  return labels.includes(label) ? labels.filter((other) => other !== label) : [...labels, label]
}
