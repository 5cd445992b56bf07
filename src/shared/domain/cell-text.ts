// Digits of other scripts that NFKC leaves alone, by the code point of their zero.
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50]

/** The cell trimmed and without invisible marks, its spaces, signs and digits (full-width, Arabic …) in ASCII where that has them. */
export function plainCell(cell: string): string {
  for (let at = 0; at < cell.length; at++) if (cell.charCodeAt(at) > 126) return trimAscii(withPlainSpaces(cell) ?? toAscii(cell))
  return trimAscii(cell)
}

// By far the commonest case: French or Swedish thousands, apart by a space that doesn't break. Null where anything else needs mending.
function withPlainSpaces(cell: string): string | null {
  let text = ''
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at)
    if (code > 126 && code !== 0xa0 && code !== 0x202f && code !== 0x2009) return null
    text += code > 126 ? ' ' : cell.charAt(at)
  }
  return text
}

function toAscii(cell: string): string {
  return cell
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[\u2019\u2018\u02bc\u00b4]/g, "'")
    .replaceAll(/[\u2212\u2010\u2011]/g, '-')
    .replaceAll('\u066b', ',')
    .replaceAll('\u066c', "'")
    .replaceAll('\u066a', '%')
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g, toAsciiDigit)
}

function toAsciiDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = ZEROS.findLast((zero) => code >= zero) ?? code
  return String(code - zero)
}

// A leading apostrophe is how a spreadsheet says "this is text".
function trimAscii(text: string): string {
  const trimmed = text.trim()
  return trimmed.charCodeAt(0) === 39 ? trimmed.slice(1).trim() : trimmed
}
