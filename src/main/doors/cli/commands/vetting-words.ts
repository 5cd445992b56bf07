import type { z } from 'zod'
import type { CreatorSignals } from '#src/shared/contract/vetting-signals.ts'
import { facts, table } from '../table.ts'
import { percent } from './words.ts'

type Answer = z.infer<typeof CreatorSignals>
type Signal = Answer['signals'][number]

/** Signals as a terminal shows them: the verdicts, then what the credibility is made of. */
export function signalsText({ account, asOf, signals, credibility, findings }: Answer): string {
  const { score, confidence, ceiling, mean } = credibility
  const held = mean !== null && mean > ceiling ? `, held at ${ceiling} by red flags (${mean} without)` : ''
  const head = facts([
    ['Account', account && `@${account.handle} on ${account.platform}`],
    ['Figures as of', asOf],
    ['Credibility', score === null ? 'not enough data' : `${score} of 100${held}`],
    ['Confidence', `${confidence} % of the weight has data`],
  ])
  const shown = table(
    signals,
    [
      { heading: 'SIGNAL', cell: ({ title }) => title },
      { heading: 'VERDICT', cell: ({ verdict }) => verdict },
      { heading: 'VALUE', cell: valueOf, right: true },
      { heading: 'WEIGHT', cell: ({ id }) => credibility.parts.find((part) => part.id === id)?.weight, right: true },
      { heading: 'POINTS', cell: ({ points }) => points, right: true },
      { heading: 'BECAUSE', cell: ({ sentence }) => sentence },
    ],
    'No account is on file.',
  )
  return [head, shown, findings.map(({ problem }) => problem).join('\n')].filter(Boolean).join('\n\n')
}

function valueOf({ value, unit }: Signal): string | null {
  if (value === null) return null
  return unit === 'percent' ? percent(Math.round(value)) : value.toFixed(1)
}
