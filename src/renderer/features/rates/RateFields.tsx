import { NumberInput, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { UsageKind } from '#src/shared/contract/rates.ts'
import { api } from '../../api/client.ts'
import { platformLabel } from '../creators/platform-label.ts'
import type { RateChoices } from './rate-choices.ts'
import classes from './rates.module.css'

interface RateFieldsProps {
  platforms: readonly string[]
  choices: RateChoices
  onChange: (choices: RateChoices) => void
}

const anyFormat = ''
const usageWords = { organic: 'Organic reposts', paid: 'Paid usage', whitelisting: 'Whitelisting' } as const

/** What is asked of the creator, and with what it is compared. */
export function RateFields({ platforms, choices, onChange }: RateFieldsProps) {
  const known = useQuery(api.workspace.platforms.queryOptions({ input: {} }))
  const sets = useQuery(api.workspace.benchmarkSets.queryOptions({ input: {} }))
  const settings = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  const platform = choices.platform ?? platforms[0] ?? null
  const formats = known.data?.find(({ id }) => id === platform)?.formats ?? []
  const change = (next: RateChoices) => onChange({ ...choices, ...next })
  const number = (label: string, name: 'usageMonths' | 'exclusivityMonths' | 'posts' | 'months', usual: number, most: number) => (
    <NumberInput
      label={label}
      value={choices[name] ?? usual}
      min={usual}
      max={most}
      clampBehavior="strict"
      allowDecimal={false}
      onChange={(value) => change({ [name]: typeof value === 'number' ? value : usual })}
    />
  )
  return (
    <div className={classes.fields}>
      <Select
        label="Platform"
        data={platforms.map((id) => ({ value: id, label: platformLabel(id) }))}
        value={platform}
        disabled={platforms.length < 2}
        onChange={(next) => next && change({ platform: next, format: undefined })}
      />
      <Select
        label="Format"
        data={[{ value: anyFormat, label: 'Any' }, ...formats.map(({ id, label }) => ({ value: id, label }))]}
        value={choices.format ?? anyFormat}
        onChange={(next) => change({ format: next || undefined })}
      />
      <Select
        label="Usage rights"
        data={UsageKind.options.map((kind) => ({ value: kind, label: usageWords[kind] }))}
        value={choices.usage ?? 'organic'}
        onChange={(next) => change({ usage: UsageKind.parse(next) })}
      />
      <Select
        label="Benchmarks"
        className={classes.wide}
        data={(sets.data ?? []).map(({ id, label }) => ({ value: id, label: `${label} (${id})` }))}
        value={choices.setId ?? settings.data?.benchmarkSetId ?? null}
        onChange={(next) => next && change({ setId: next })}
      />
      {(choices.usage ?? 'organic') !== 'organic' && number('Usage, months', 'usageMonths', 1, 120)}
      {number('Exclusivity, months', 'exclusivityMonths', 0, 120)}
      {number('Posts agreed at once', 'posts', 1, 1000)}
      {number('Partnership, months', 'months', 0, 120)}
    </div>
  )
}
