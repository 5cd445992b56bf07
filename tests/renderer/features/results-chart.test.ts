import { expect, test } from 'vitest'
import { chartAnswer, chartLines } from '#src/renderer/features/measurement/chart-lines.ts'
import type { Figures, Roi } from '#src/renderer/features/measurement/verdict.ts'
import { whyUnknown } from '#src/renderer/features/measurement/verdict.ts'

const euros = (amount: number | null) => (amount === null ? null : { amountMinor: amount * 100, currency: 'EUR' })

function row(creatorName: string, spend: number | null, revenue: number | null): Roi['rows'][number] {
  return { collaborationId: creatorName, creatorName, measures: { spend: euros(spend), revenue: euros(revenue) } } as Roi['rows'][number]
}

test('the most revenue stands first, and who has no figure at all is left out', () => {
  const lines = chartLines({ rows: [row('Ana', 100, 50), row('Bo', null, null), row('Cem', 20, 300), row('Dia', 80, null)] })
  expect(lines.map(({ name }) => name)).toEqual(['Cem', 'Ana', 'Dia'])
  expect(lines[2]).toMatchObject({ spendMinor: 8_000, revenueMinor: null })
})

test('past twelve creators the rest stand together, with nothing lost', () => {
  const rows = Array.from({ length: 30 }, (_, place) => row(`Creator ${place}`, 10, 100 - place))
  const lines = chartLines({ rows })
  expect(lines).toHaveLength(12)
  expect(lines.at(-1)?.name).toBe('19 others together')
  expect(lines.reduce((sum, { revenueMinor }) => sum + (revenueMinor ?? 0), 0)).toBe(
    rows.reduce((sum, { measures }) => sum + (measures.revenue?.amountMinor ?? 0), 0),
  )
})

test('the answer counts only those of whom both figures are known', () => {
  expect(chartAnswer({ rows: [row('Ana', 100, 50), row('Bo', 100, 100), row('Cem', 100, null)] })).toBe(
    '1 of 2 did. For 1 more, spend or revenue is not known yet.',
  )
  expect(chartAnswer({ rows: [row('Ana', 100, null)] })).toMatch(/^Not known yet/)
})

test('a figure that is not known says why', () => {
  const figures = { spend: null, revenue: null, conversions: null, roasHundredths: null, cpa: null } as Figures
  expect(whyUnknown(figures, 'return')).toBe('Spend is not known')
  expect(whyUnknown({ ...figures, spend: euros(0) }, 'return')).toBe('Nothing was spent')
  expect(whyUnknown({ ...figures, spend: euros(5) }, 'return')).toBe('Revenue is not known')
  expect(whyUnknown({ ...figures, spend: euros(5), conversions: 0 }, 'cpa')).toBe('No conversions yet')
  expect(whyUnknown({ ...figures, spend: euros(5) }, 'spend')).toBeNull()
})
