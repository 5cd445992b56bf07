import { Table, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { Day } from '../../ui/figures.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { PeerStrip } from './PeerStrip.tsx'
import { figureText, verdictTones, verdictWords, type ShownSignal } from './vetting-types.ts'
import classes from './vetting.module.css'

/** One signal as a line: verdict, what it says, its figure among peers. It opens to thresholds with their sources and the rows behind. */
export function SignalRow({ signal }: { signal: ShownSignal }) {
  const [isOpen, setOpen] = useState(false)
  const { title, verdict, value, unit, sentence } = signal
  return (
    <li className={classes.signal}>
      <UnstyledButton className={classes.signalHead} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <IconChevronRight size={14} stroke={1.5} className={classes.chevron} data-open={isOpen || undefined} aria-hidden />
        <span className={classes.signalTitle}>{title}</span>
        <StatusDot tone={verdictTones[verdict]}>{verdictWords[verdict]}</StatusDot>
        <span className={classes.figure}>{figureText(value, unit)}</span>
        <PeerStrip signal={signal} />
      </UnstyledButton>
      <p className={classes.sentence}>{sentence}</p>
      {isOpen && <Behind signal={signal} />}
    </li>
  )
}

function Behind({ signal: { peers, benchmark, thresholds, evidence, unit } }: { signal: ShownSignal }) {
  const text = (figure: number | null) => figureText(figure, unit)
  return (
    <div className={classes.behind}>
      {peers && (
        <p>
          {peers.spread.count} {peers.tier} peers of the roster on this platform: lowest tenth up to {text(peers.spread.p10)}, middle half{' '}
          {text(peers.spread.q1)} to {text(peers.spread.q3)}, middle {text(peers.spread.median)}, highest tenth from{' '}
          {text(peers.spread.p90)}.
        </p>
      )}
      {benchmark && (
        <p>
          Benchmark set {benchmark.setId}, {benchmark.tier}: {benchmarkText(benchmark, text)}.
        </p>
      )}
      <ul className={classes.thresholds}>
        {thresholds.map(({ words, source }) => (
          <li key={words}>
            {words} <span className={classes.source}>{source}</span>
          </li>
        ))}
      </ul>
      {evidence.length > 0 && (
        <Table horizontalSpacing={0} aria-label="Rows behind it">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={120}>Day</Table.Th>
              <Table.Th>On file</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {evidence.toReversed().map(({ id, on, words }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Day value={on} />
                </Table.Td>
                <Table.Td>{words}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  )
}

function benchmarkText({ low, high, average }: NonNullable<ShownSignal['benchmark']>, text: (figure: number | null) => string): string {
  if (average !== null) return `${text(average)} on average`
  if (low === null) return `under ${text(high)}`
  return high === null ? `${text(low)} and more` : `${text(low)} to ${text(high)}`
}
