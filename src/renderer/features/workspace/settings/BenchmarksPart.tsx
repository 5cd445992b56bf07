import { Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { TIERS } from '#src/shared/domain/tiers.ts'
import { api, client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { Section } from '../../../ui/fields.tsx'
import { Answer } from '../../../ui/states.tsx'
import { tierWord } from '../../../ui/TierChip.tsx'
import { platformLabel } from '../../creators/platform-label.ts'
import { engagementRange, priceRange } from './ranges.ts'
import type { Benchmarks, Settings } from './settings-types.ts'
import classes from './settings.module.css'

/** What sources call usual, side by side, and which of them the agency measures against. */
export function BenchmarksPart({ settings }: { settings: Settings }) {
  const sets = useQuery(api.workspace.benchmarkSets.queryOptions({ input: {} }))
  const choose = useChange(client.workspace.updateSettings, { done: 'Benchmark set changed' })
  return (
    <Answer query={sets} what="The benchmark sets could not be read">
      {(all) => {
        const known = all.filter(({ engagement, prices }) => engagement.length + prices.length > 0)
        return (
          <Radio.Group
            value={settings.benchmarkSetId}
            onChange={(benchmarkSetId) => choose.mutate({ changes: { benchmarkSetId } })}
            aria-label="Benchmark set"
          >
            <Section
              title="Engagement"
              note="Percent of followers. Sources disagree; the one you choose is named wherever its figures are used."
            >
              <div className={classes.scroll} tabIndex={0} role="region" aria-label="Engagement benchmarks">
                <EngagementTable sets={known} />
              </div>
            </Section>
            <Section title="Price for a post">
              <div className={classes.scroll} tabIndex={0} role="region" aria-label="Price benchmarks">
                <PriceTable sets={known} />
              </div>
            </Section>
          </Radio.Group>
        )
      }}
    </Answer>
  )
}

function EngagementTable({ sets }: { sets: readonly Benchmarks[] }) {
  const platforms = [
    ...new Set(
      sets.flatMap(({ engagement }) => engagement.flatMap(({ tier, platform }) => (tier === null && platform !== null ? [platform] : []))),
    ),
  ]
  return (
    <table className={classes.sources}>
      <thead>
        <tr>
          <th scope="col">Tier</th>
          {sets.map(({ id, label, source }) => (
            <th key={id} scope="col">
              <Radio value={id} label={label} description={source} size="xs" />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TIERS.filter((tier) => sets.some(({ engagement }) => engagement.some((row) => row.tier === tier))).map((tier) => (
          <tr key={tier}>
            <th scope="row">{tierWord(tier)}</th>
            {sets.map((set) => (
              <Cell
                key={set.id}
                lines={set.engagement
                  .filter((row) => row.tier === tier)
                  .map((row) => ({ text: engagementRange(row), note: row.note, of: row.platform }))}
              />
            ))}
          </tr>
        ))}
        {platforms.map((platform) => (
          <tr key={platform}>
            <th scope="row">{platformLabel(platform)}</th>
            {sets.map((set) => (
              <Cell
                key={set.id}
                lines={set.engagement
                  .filter((row) => row.tier === null && row.platform === platform)
                  .map((row) => ({ text: engagementRange(row), note: row.note, of: null }))}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PriceTable({ sets }: { sets: readonly Benchmarks[] }) {
  return (
    <table className={classes.sources}>
      <thead>
        <tr>
          <th scope="col">Tier</th>
          {sets.map(({ id, label, source }) => (
            <th key={id} scope="col">
              {label}
              <span className={classes.year}>{source}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TIERS.filter((tier) => sets.some(({ prices }) => prices.some((row) => row.tier === tier))).map((tier) => (
          <tr key={tier}>
            <th scope="row">{tierWord(tier)}</th>
            {sets.map((set) => (
              <Cell
                key={set.id}
                lines={set.prices.filter((row) => row.tier === tier).map((row) => ({ text: priceRange(row), note: row.note, of: null }))}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ lines }: { lines: readonly { text: string | null; note: string | null; of: string | null }[] }) {
  if (lines.length === 0) return <td title="The source says nothing">–</td>
  return (
    <td>
      {lines.map(({ text, note, of }) => (
        <div key={`${of} ${text} ${note}`}>
          {text}
          {of && <span className={classes.year}> {platformLabel(of)}</span>}
          {note && <div className={classes.year}>{note}</div>}
        </div>
      ))}
    </td>
  )
}
