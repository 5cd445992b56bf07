import { MultiSelect, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { MoneyInput } from '../../ui/MoneyInput.tsx'
import { AudienceFields } from './AudienceFields.tsx'
import type { Need } from './match-search.ts'
import classes from './match.module.css'
import { NumberField } from './NumberField.tsx'
import { TierFields } from './TierFields.tsx'
import { WeightSliders } from './WeightSliders.tsx'

interface NeedFormProps {
  need: Need
  /** Where the need was drawn from. */
  from: readonly string[]
  onChange: (need: Need) => void
}

/** Everything that can be asked of creators; whatever is left empty is not asked for. */
export function NeedForm({ need, from, onChange }: NeedFormProps) {
  const facets = useQuery(api.creators.facets.queryOptions({ input: {} }))
  const known = useQuery(api.workspace.platforms.queryOptions({ input: {} }))
  const clients = useQuery(api.clients.list.queryOptions({ input: {} }))
  const settings = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  const change = (part: Partial<Need>) => onChange({ ...need, ...part })
  const platforms = known.data ?? []
  const formats = platforms
    .filter(({ id }) => need.platforms.length === 0 || need.platforms.includes(id))
    .flatMap((one) => one.formats.map(({ id }) => id))
  return (
    <div className={classes.form}>
      {from.map((sentence) => (
        <p key={sentence} className={classes.from}>
          {sentence}
        </p>
      ))}
      <TagsInput
        label="Niche words"
        placeholder={need.words.length === 0 ? 'Type and press Enter' : undefined}
        data={facets.data?.niches.map(({ value }) => value) ?? []}
        maxTags={20}
        value={need.words}
        onChange={(words) => change({ words })}
        limit={30}
      />
      <TierFields tiers={need.tiers} onChange={(tiers) => change({ tiers })} />
      <AudienceFields need={need} countries={facets.data?.countries.map(({ value }) => value) ?? []} onChange={change} />
      <MultiSelect
        label="Platforms"
        placeholder={need.platforms.length === 0 ? 'Any' : undefined}
        data={platforms.map(({ id, label }) => ({ value: id, label }))}
        value={need.platforms}
        searchable
        onChange={(chosen) => change({ platforms: chosen })}
      />
      <TagsInput
        label="Formats"
        placeholder={need.formats.length === 0 ? 'Any' : undefined}
        data={[...new Set(formats)]}
        value={need.formats}
        onChange={(chosen) => change({ formats: chosen })}
      />
      <MoneyInput
        key={settings.data?.currency}
        label="Budget for one post"
        currency={settings.data?.currency ?? 'EUR'}
        value={need.budget}
        onChange={(budget) => change({ budget })}
      />
      <NumberField
        label="Engagement floor"
        placeholder="None"
        suffix=" %"
        most={100}
        decimals={2}
        value={need.minEngagementBp === null ? null : need.minEngagementBp / 100}
        onChange={(percent) => change({ minEngagementBp: percent === null ? null : Math.round(percent * 100) })}
      />
      <TagsInput
        label="Competitors to keep clear of"
        placeholder={need.excludedBrands.length === 0 ? 'A brand, then Enter' : undefined}
        data={clients.data?.map(({ name }) => name) ?? []}
        value={need.excludedBrands}
        onChange={(excludedBrands) => change({ excludedBrands })}
      />
      <WeightSliders weights={need.weights} onChange={(weights) => change({ weights })} />
    </div>
  )
}
