/** The columns of a file, each with its name on one line; one without a name is called by its number. */
export function fileColumns(headers: readonly string[]): { id: string; index: number; name: string }[] {
  return headers.map((header, index) => ({
    id: `column-${index}`,
    index,
    name: header.replaceAll(/\s+/g, ' ').trim() || `Column ${index + 1}`,
  }))
}
