/** Pasted comments, one to a line, as a table of one column: whatever signs a comment has, it stays one cell. */
export function pastedTable(text: string): Buffer {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => line.trim())
  const cells = lines.filter((line) => line !== '').map((line) => `"${line.replaceAll('"', '""')}"`)
  return Buffer.from(['"comment"', ...cells].join('\r\n'))
}
