/** What rows give for each key, in their order. */
export function grouped<Row, Value>(rows: readonly Row[], read: (row: Row) => readonly [string, Value]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const row of rows) {
    const [key, value] = read(row)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
