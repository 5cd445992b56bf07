/** Whether the rows begin with numbers that the header has no cell for, as R writes them: its words then belong one column further on. */
export function rowNumbersWithoutHeader(header: readonly string[], rows: readonly string[][]): boolean {
  const some = rows.slice(0, 50)
  const [first] = some
  const start = Number(first?.[0])
  if (some.length < 2 || header.length === 0 || !Number.isInteger(start)) return false
  return some.every((row, at) => row.length === header.length + 1 && row[0]?.trim() === String(start + at))
}
