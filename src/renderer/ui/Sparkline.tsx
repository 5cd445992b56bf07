import classes from './small.module.css'

interface SparklineProps {
  /** Oldest first; a line needs two. */
  values: readonly number[]
  /** What would be usual at each of these times: between these two lines. */
  band?: { low: readonly number[]; high: readonly number[] } | null
  /** What the line shows, for those who don't see it. */
  label: string
  width?: number
  height?: number
}

const pad = 2

/** The course of a figure, without axes: up or down, steady or not, and before a pale band above or below what is usual. */
export function Sparkline({ values, band = null, label, width = 56, height = 18 }: SparklineProps) {
  if (values.length < 2) return <span style={{ width }} aria-hidden />
  const all = [...values, ...(band?.low ?? []), ...(band?.high ?? [])]
  const low = Math.min(...all)
  const span = Math.max(...all) - low
  const place = (value: number, at: number) => {
    const x = pad + (at * (width - 2 * pad)) / (values.length - 1)
    const y = span === 0 ? height / 2 : height - pad - ((value - low) * (height - 2 * pad)) / span
    return [x, y] as const
  }
  const points = values.map(place)
  const [endX, endY] = points.at(-1) ?? [0, 0]
  return (
    <svg width={width} height={height} className={classes.spark} role="img" aria-label={label}>
      {band && <polygon points={written([...band.high.map(place), ...band.low.map(place).toReversed()])} />}
      <polyline points={written(points)} />
      <circle cx={endX} cy={endY} r={1.75} />
    </svg>
  )
}

function written(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
}
