import { isUtf8 } from 'node:buffer'
import { longestLine, note } from './decode.ts'
import type { OddLines } from './decode.ts'

// The letters that Windows-1252 has where Latin-1 has control codes, from 0x80 on.
const specials = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const trace = /[\u00c2-\u00f4][\u0080-\u00bf€‚-„…†‡ˆ‰Š‹ŒŽ‘-”•–—˜™š›œžŸƒ]/

/** Whether most lines of a text with letters beyond ASCII were UTF-8 that somebody took for Windows-1252: `ZoÃ«` for `Zoë`. */
export function isTwiceEncoded(text: string): boolean {
  const lines = text.split('\n').filter((line) => /[^\p{ASCII}]/u.test(line))
  const mended = lines.filter((line) => mendedLine(line) !== null).length
  return mended >= 2 && mended * 2 > lines.length
}

/** The pieces of a text with such lines mended, and put down in `odd`. */
export async function* withLinesMended(pieces: AsyncIterable<string>, odd: OddLines): AsyncGenerator<string> {
  let rest = ''
  let number = 1
  const mendAll = (text: string): string => {
    const lines = text.split('\n')
    const mended = lines.map((line, at) => {
      const better = mendedLine(line)
      if (better !== null) note(odd, number + at)
      return better ?? line
    })
    number += lines.length - 1
    return mended.join('\n')
  }
  for await (const piece of pieces) {
    const text = rest + piece
    const end = text.length > longestLine ? text.length : text.lastIndexOf('\n') + 1
    rest = text.slice(end)
    yield mendAll(text.slice(0, end))
  }
  yield mendAll(rest)
}

/** The line as it was meant; null where it was not encoded twice. */
function mendedLine(line: string): string | null {
  if (!trace.test(line)) return null
  const bytes = Buffer.alloc(line.length)
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    const special = code < 256 ? -1 : specials.indexOf(line.charAt(at))
    if (code >= 256 && special === -1) return null
    bytes[at] = special === -1 ? code : 128 + special
  }
  return isUtf8(bytes) ? bytes.toString('utf8') : null
}
