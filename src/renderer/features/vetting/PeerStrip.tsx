import { figureText, type ShownSignal } from './vetting-types.ts'
import classes from './vetting.module.css'

const [width, height, pad] = [128, 18, 4]
const middle = height / 2

/** Where a figure lies among its peers: from the lowest to the highest tenth a line, the middle half a bar, the middle a tick, the figure
 *  a dot, and beneath it what the benchmark set says. */
export function PeerStrip({ signal }: { signal: ShownSignal }) {
  const { value, peers, benchmark, interval } = signal
  if (value === null || (!peers && !benchmark && !interval)) return <span className={classes.strip} aria-hidden />
  const spread = peers?.spread
  const bounds = [benchmark?.low, benchmark?.high, benchmark?.average].flatMap((bound) => bound ?? [])
  const all = [value, ...bounds, ...(interval ? [0, interval[1]] : []), ...(spread ? [spread.p10, spread.p90] : [])]
  const x = scaleOf(all)
  const [from, to] = [benchmark?.low ?? benchmark?.average ?? null, benchmark?.high ?? benchmark?.average ?? null]
  return (
    <svg width={width} height={height} className={classes.strip} role="img" aria-label={spoken(signal)}>
      {spread && (
        <>
          <line x1={x(spread.p10)} x2={x(spread.p90)} y1={middle} y2={middle} className={classes.whisker} />
          <rect
            x={x(spread.q1)}
            width={Math.max(2, x(spread.q3) - x(spread.q1))}
            y={middle - 4}
            height={8}
            rx={2}
            className={classes.box}
          />
          <line x1={x(spread.median)} x2={x(spread.median)} y1={middle - 4} y2={middle + 4} className={classes.median} />
        </>
      )}
      {interval && <line x1={x(interval[0])} x2={x(interval[1])} y1={middle} y2={middle} className={classes.interval} />}
      {from !== null && to !== null && (
        <line x1={x(from) - 1} x2={Math.max(x(from) + 1, x(to))} y1={height - 2} y2={height - 2} className={classes.benchmark} />
      )}
      <circle cx={x(value)} cy={middle} r={3.5} className={classes.dot} data-verdict={signal.verdict} />
    </svg>
  )
}

/** Straight, or by orders of size where the figures differ so much that a straight line would crowd them. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const isWide = low > 0 && high / low > 12
  const place = (value: number) => (isWide ? Math.log(value) : value)
  const span = place(high) - place(low)
  return (value) => (span === 0 ? width / 2 : pad + ((place(value) - place(low)) * (width - 2 * pad)) / span)
}

function spoken({ value, unit, peers, benchmark, interval }: ShownSignal): string {
  const text = (figure: number | null) => figureText(figure, unit)
  const among = peers
    ? `the middle half of ${peers.spread.count} ${peers.tier} peers lies between ${text(peers.spread.q1)} and ${text(peers.spread.q3)}`
    : ''
  const limits = interval ? `95% interval ${text(interval[0])} to ${text(interval[1])}` : ''
  const set = benchmark && benchmark.low !== null ? `${benchmark.setId} says ${text(benchmark.low)} to ${text(benchmark.high)}` : ''
  return [text(value), among, limits, set].filter(Boolean).join('; ')
}
