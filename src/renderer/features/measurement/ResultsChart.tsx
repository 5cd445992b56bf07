import { useNavigate } from '@tanstack/react-router'
import { formatMoney } from '../../ui/format.ts'
import { okabeIto } from '../../theme/palette.ts'
import { chartAnswer, chartLines, type ChartLine } from './chart-lines.ts'
import classes from './chart.module.css'
import type { Roi } from './verdict.ts'

const [revenueColour, spendColour] = okabeIto

/** Revenue against spend per creator, both from 0 on one scale. */
export function ResultsChart({ roi }: { roi: Roi }) {
  const navigate = useNavigate()
  const lines = chartLines(roi)
  const widest = Math.max(1, ...lines.flatMap(({ spendMinor, revenueMinor }) => [spendMinor ?? 0, revenueMinor ?? 0]))
  const open = (id: string) =>
    void navigate({ to: '/campaigns/$campaignId/results/rows', params: { campaignId: roi.campaignId }, search: { for: id } })
  if (lines.length === 0) return null
  return (
    <section aria-label="Revenue against spend" className={classes.chart}>
      <header className={classes.head}>
        <h2 className={classes.title}>Who brought in more than they cost?</h2>
        <span className={classes.answer}>{chartAnswer(roi)}</span>
        <span className={classes.keys}>
          <Key colour={revenueColour} word="Revenue" />
          <Key colour={spendColour} word="Spend" />
        </span>
      </header>
      <ol className={classes.lines}>
        {lines.map((line) => (
          <Line
            key={line.id}
            line={line}
            widest={widest}
            currency={roi.currency}
            onOpen={line.id === 'rest' ? undefined : () => open(line.id)}
          />
        ))}
      </ol>
    </section>
  )
}

function Key({ colour, word }: { colour: string; word: string }) {
  return (
    <span className={classes.key}>
      <span className={classes.swatch} style={{ background: colour }} aria-hidden />
      {word}
    </span>
  )
}

function Line({ line, widest, currency, onOpen }: { line: ChartLine; widest: number; currency: string; onOpen: (() => void) | undefined }) {
  return (
    <li className={classes.line}>
      {onOpen ? (
        <button type="button" className={classes.name} title={line.name} onClick={onOpen}>
          {line.name}
        </button>
      ) : (
        <span className={classes.name}>{line.name}</span>
      )}
      <div className={classes.bars}>
        <Bar word="Revenue" amountMinor={line.revenueMinor} widest={widest} currency={currency} colour={revenueColour} />
        <Bar word="Spend" amountMinor={line.spendMinor} widest={widest} currency={currency} colour={spendColour} />
      </div>
    </li>
  )
}

function Bar({
  word,
  amountMinor,
  widest,
  currency,
  colour,
}: {
  word: string
  amountMinor: number | null
  widest: number
  currency: string
  colour: string
}) {
  const text = amountMinor === null ? 'not known' : formatMoney({ amountMinor, currency }, true)
  return (
    <div className={classes.bar}>
      <span
        className={classes.fill}
        style={{ width: `calc(${Math.max(0, amountMinor ?? 0) / widest} * (100% - 96px))`, background: colour }}
        aria-hidden
      />
      <span className={classes.label} data-unknown={amountMinor === null || undefined}>
        <span className="visually-hidden">{word} </span>
        {text}
      </span>
    </div>
  )
}
