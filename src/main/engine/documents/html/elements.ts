import { escaped, safeLink } from './text.ts'

/** One element with a text of people's: escaped, its direction found from its letters. */
export function text(tag: string, content: string, className = ''): string {
  return `<${tag}${className && ` class="${className}"`} dir="auto">${escaped(content).replaceAll('\n', '<br>')}</${tag}>`
}

/** A link where a document may link there, else the text alone. */
export function link(content: string, address: string | null): string {
  const url = safeLink(address)
  return url
    ? `<a href="${escaped(url)}" rel="noopener noreferrer" dir="auto">${escaped(content)}</a>`
    : `<span dir="auto">${escaped(content)}</span>`
}

/** A picture inside the file. */
export function image(bytes: Uint8Array, alt: string, className = ''): string {
  const kind = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg'
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return `<img${className && ` class="${className}"`} alt="${escaped(alt)}" src="data:${kind};base64,${data}">`
}

interface Column {
  label: string
  isNumber?: boolean
}

/** A table whose first column names its rows. It scrolls by itself where the screen is too narrow for it. */
export function tableHtml(label: string, columns: readonly Column[], rows: readonly { cells: string[]; isTotal?: boolean }[]): string {
  const classOf = (at: number): string => (columns[at]?.isNumber ? ' class="number"' : '')
  const head = columns.map(({ label }, at) => `<th scope="col"${classOf(at)}>${escaped(label)}</th>`).join('')
  const body = rows.map(({ cells, isTotal }) => {
    const line = cells.map((cell, at) => {
      const content = escaped(cell).replaceAll('\n', '<br>')
      return at === 0 ? `<th scope="row" dir="auto">${content}</th>` : `<td dir="auto"${classOf(at)}>${content}</td>`
    })
    return `<tr${isTotal ? ' class="total"' : ''}>${line.join('')}</tr>`
  })
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`
  return `<div class="wide" role="region" aria-label="${escaped(label)}" tabindex="0">${table}</div>`
}
