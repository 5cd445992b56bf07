/** The columns of `patch` whose value differs from the row's, those of undefined left out; null where none does, so that a change that
 *  changes nothing leaves no trace in the journal. */
export function differing<Row extends object>(row: Row, patch: Partial<Row>): Partial<Row> | null {
  const columns = (Object.keys(patch) as (keyof Row)[]).filter((column) => patch[column] !== undefined && patch[column] !== row[column])
  return columns.length === 0 ? null : (Object.fromEntries(columns.map((column) => [column, patch[column]])) as Partial<Row>)
}
