/** A mark for each of these lines; asked for every line of the roster, which a Set would answer many times slower. */
export function marked(lines: Iterable<number>): Uint8Array {
  const all = [...lines]
  const marks = new Uint8Array(all.reduce((highest, line) => Math.max(highest, line), 0) + 1)
  for (const line of all) marks[line] = 1
  return marks
}

/** The lines that have no mark, in their order. */
export function without(lines: Int32Array, marks: Uint8Array): Int32Array {
  const staying = new Int32Array(lines.length)
  let count = 0
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as number
    // Beyond the end of the marks there are none.
    if (marks[line] !== 1) staying[count++] = line
  }
  return staying.subarray(0, count)
}
