import { NumberInput, Table } from '@mantine/core'
import { TIERS, type Tier, type TierBand } from '#src/shared/domain/tiers.ts'
import { formatCount } from '../../../ui/format.ts'
import { TierChip, tierWord } from '../../../ui/TierChip.tsx'
import type { TypedBands } from './bands.ts'
import classes from './settings.module.css'

interface BandTableProps {
  bands: readonly TierBand[]
  /** The agency's own bands while they are edited; null shows bands that can't be. */
  typed: TypedBands | null
  onType: (typed: TypedBands) => void
}

/** The bounds of each tier, read or edited. */
export function BandTable({ bands, typed, onType }: BandTableProps) {
  return (
    <Table className={classes.bands}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Tier</Table.Th>
          <Table.Th ta="right">From</Table.Th>
          <Table.Th ta="right">To below</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {TIERS.map((tier) => {
          const band = bands.find((other) => other.tier === tier)
          return (
            <Table.Tr key={tier}>
              <Table.Td>
                <span className={classes.tier}>
                  <TierChip tier={tier} /> {tierWord(tier)}
                </span>
              </Table.Td>
              {typed ? (
                <TypedBounds tier={tier} typed={typed} onType={onType} />
              ) : (
                <>
                  <Table.Td ta="right">{band ? formatCount(band.from) : 'Not used'}</Table.Td>
                  <Table.Td ta="right">{band && (band.to === null ? 'No end' : formatCount(band.to))}</Table.Td>
                </>
              )}
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}

function TypedBounds({ tier, typed, onType }: { tier: Tier; typed: TypedBands; onType: (typed: TypedBands) => void }) {
  const bounds = typed[tier] ?? { from: '', to: '' }
  const change = (bound: 'from' | 'to', value: number | string) =>
    onType({ ...typed, [tier]: { ...bounds, [bound]: typeof value === 'number' ? value : '' } })
  const bound = (name: 'from' | 'to', label: string, placeholder: string) => (
    <Table.Td>
      <NumberInput
        aria-label={`${tierWord(tier)}: ${label}`}
        placeholder={placeholder}
        value={bounds[name]}
        min={0}
        allowDecimal={false}
        classNames={{ input: classes.number }}
        onChange={(value) => change(name, value)}
      />
    </Table.Td>
  )
  return (
    <>
      {bound('from', 'from', 'Not used')}
      {bound('to', 'to below', 'No end')}
    </>
  )
}
