import { AGE_GROUPS, AUDIENCE_DIMENSIONS, type AudienceDimension, type AudienceShares } from '#src/shared/domain/audience.ts'
import { countryName } from '#src/shared/domain/country-codes.ts'
import { formatPercent } from '../../ui/format.ts'
import classes from './audiences.module.css'
import { dimensionTitles } from './audience-types.ts'

/** Who follows, as bars that begin at zero, on one scale for each breakdown. */
export function AudienceBars({ shares }: { shares: AudienceShares }) {
  return (
    <div className={classes.breakdowns}>
      {AUDIENCE_DIMENSIONS.map((dimension) => {
        const rows = rowsOf(dimension, shares[dimension] ?? {})
        return rows.length > 0 && <Breakdown key={dimension} dimension={dimension} rows={rows} />
      })}
    </div>
  )
}

function Breakdown({ dimension, rows }: { dimension: AudienceDimension; rows: readonly [string, number][] }) {
  const largest = Math.max(...rows.map(([, share]) => share), 1)
  const rest = 10_000 - rows.reduce((sum, [, share]) => sum + share, 0)
  return (
    <table className={classes.breakdown}>
      <caption className={classes.caption}>{dimensionTitles[dimension]}</caption>
      <tbody>
        {rows.map(([label, share]) => (
          <tr key={label}>
            <th scope="row" className={classes.label} title={label}>
              {dimension === 'country' ? countryName(label) : label}
            </th>
            <td className={classes.track}>
              <span className={classes.bar} style={{ width: `${(share / largest) * 100}%` }} />
            </td>
            <td className={classes.share}>{formatPercent(share, 1)}</td>
          </tr>
        ))}
        {rest > 100 && (
          <tr className={classes.rest}>
            <th scope="row" className={classes.label}>
              Not told
            </th>
            <td className={classes.track} />
            <td className={classes.share}>{formatPercent(rest, 1)}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

const ages: readonly string[] = AGE_GROUPS

function rowsOf(dimension: AudienceDimension, labels: Readonly<Record<string, number>>): [string, number][] {
  const rows = Object.entries(labels)
  return dimension === 'age' ? rows.toSorted(([a], [b]) => ages.indexOf(a) - ages.indexOf(b)) : rows.toSorted(([, a], [, b]) => b - a)
}
