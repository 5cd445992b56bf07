import classes from './small.module.css'

interface SparklineProps {
  /** Oldest first; a line needs two. */
  values: readonly number[]
  /** What the line shows, for those who don't see it. */
  label: string
  width?: number
  height?: number
}

/** The course of a figure, without axes: up or down, steady or not. */
export function Sparkline({ values, label, width = 56, height = 18 }: SparklineProps) {
  if (values.length < 2) return <span style={{ width }} aria-hidden />
  const low = Math.min(...values)
  const span = Math.max(...values) - low
  const pad = 2
  const points = values.map((value, place) => {
    const x = pad + (place * (width - 2 * pad)) / (values.length - 1)
    const y = span === 0 ? height / 2 : height - pad - ((value - low) * (height - 2 * pad)) / span
    return [x, y] as const
  })
  const [endX, endY] = points.at(-1) ?? [0, 0]
  return (
    <svg width={width} height={height} className={classes.spark} role="img" aria-label={label}>
      <polyline points={points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      <circle cx={endX} cy={endY} r={1.75} />
    </svg>
  )
}
