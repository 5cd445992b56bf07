import type { Column } from './guess-plan.ts'
import { fieldOf } from './header-data.ts'
import type { CellProblem } from './types.ts'

/** Why a column is not read as its header says: its cells are something else. Null for a header that says nothing. */
export function misfit(meant: string | null, field: string): string | null {
  if (meant === null || meant === field || (whose.has(meant) && whose.has(field))) return null
  const { label } = fieldOf(meant)
  if (field === 'ignore') return `Hardly a cell of this column can be read as “${label}”, so the column was left out.`
  return `The cells of this column were read as “${fieldOf(field).label}”, which they look like, and not as “${label}”.`
}

/** A handle and a profile address say the same in two ways. */
const whose = new Set(['handle', 'url'])

/** Fields of which a creator has one: the first column that knows it counts. */
const single = new Set(['name', 'email', 'phone', 'country', 'city', 'language', 'platform', 'currency'])

/** What a person should know of whole columns: those that were left out or read as something else, and those that contradict each other. */
export function columnNotices(columns: readonly Column[], rows: readonly string[][], line: number, currency: string | null): CellProblem[] {
  return columns.flatMap((column) => {
    const problem = column.doubt ?? contradiction(column, columns, rows) ?? assumedCurrency(column, columns, currency)
    return problem === null || column.facts.filled === 0 ? [] : [{ line, column: column.header, value: null, problem }]
  })
}

function contradiction(column: Column, columns: readonly Column[], rows: readonly string[][]): string | null {
  const first = columns.find(({ field, platform }) => field === column.field && platform === column.platform)
  if (!first || first === column || column.meant === null || !single.has(column.field)) return null
  const differs = rows.some((row) => {
    const [a = '', b = ''] = [row[first.index]?.trim(), row[column.index]?.trim()]
    return a !== '' && b !== '' && a.toLowerCase() !== b.toLowerCase()
  })
  return differs ? `It differs from “${first.header}” in column ${first.index + 1}, which counts where both hold something.` : null
}

/** Prices whose currency nothing in the list says. */
function assumedCurrency({ field, currency, sign, facts }: Column, columns: readonly Column[], assumed: string | null): string | null {
  const isSaid = currency !== null || sign !== null || columns.some((other) => other.field === 'currency')
  if (field !== 'price' || isSaid || assumed === null || facts.amounts <= facts.prices) return null
  return `Prices without a currency were taken to be in ${assumed}.`
}
