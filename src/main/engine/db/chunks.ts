// SQLite takes at most 32,766 values in one statement; a selection can be larger.
const mostAtOnce = 10_000

/** Asks for a selection of any size, piece by piece. */
export async function inChunks<Item, Row>(
  items: readonly Item[],
  ask: (chunk: readonly Item[]) => Promise<Row[]>,
  size = mostAtOnce,
): Promise<Row[]> {
  const answers: Row[][] = []
  for (let start = 0; start < items.length; start += size) answers.push(await ask(items.slice(start, start + size)))
  return answers.flat()
}
