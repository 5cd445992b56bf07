/** Characters that would let one value change how the text around it reads: overrides and embeddings of direction. */
const directionControls = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** Controls, soft hyphens, zero-width spaces, byte order marks, noncharacters and halves of surrogate pairs: nothing a page can show. */
const unprintable = /[[\p{Cc}\p{Cs}\u00AD\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFC\uFFFE\uFFFF]--[\n]]/gv

/** The marks `inlineValue` puts around right-to-left values. */
export const isolates = /[\u2066-\u2069]/g

/** Letters in a mathematician's script, bold or double-struck hand, which profiles use for ornament and no font of the chain has. */
const ornamental = /[\u{1D400}-\u{1D7FF}]/gu

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE]/

/** Whether `text` has letters that run from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text)
}

/** Text as a page can show it: composed (NFC), line ends as \n, tabs and the other spaces as one space, nothing invisible,
 *  ornamental letters (𝓐, 𝔸) as the plain ones they stand for.
 *  Isolates (U+2066–2069) stay, for they only keep a value from mixing with its surroundings. */
export function printable(text: string): string {
  return text
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/[\t\u2000-\u200A\u205F]/g, ' ')
    .replaceAll(unprintable, '')
    .replaceAll(/[\u200E\u200F\u202A-\u202E]/g, '')
    .replaceAll(ornamental, (letter) => letter.normalize('NFKC'))
    .normalize('NFC')
}

/** A value from outside (a name, a handle, a place) made safe to stand inside a sentence: one line, no direction controls of its own,
 *  and isolated where it runs from right to left, so that the words and figures beside it keep their order. */
export function inlineValue(value: string): string {
  const text = printable(value)
    .replaceAll(directionControls, '')
    .replaceAll(/\s*\n\s*/g, ', ')
    .trim()
  return hasRightToLeft(text) ? `\u2068${text}\u2069` : text
}
