import { raise } from '#src/shared/contract/errors.ts'

const longestBytes = 200
// What Windows does not take in a file name, and what a terminal or a log would obey.
const unsafe = /[<>:"|?*\p{Cc}\p{Cf}]/gu

/** A plain file name out of what a page sent: no folders, nothing that a file system or a terminal would take for more than a name.
 *  Raises BAD_INPUT for a name that is not encoded as agreed. */
export function safeFileName(encoded: string): string {
  const last = decoded(encoded).split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(unsafe, '_')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '')
    .trim()
  return shortened(plain || 'file')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return raise('BAD_INPUT', 'The name of the file is not encoded as it has to be.')
  }
}

/** Cuts the stem, so that the ending, which says what the file is, stays. */
function shortened(name: string): string {
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
  const letters = [...new Intl.Segmenter().segment(name.slice(0, name.length - ending.length))].map(({ segment }) => segment)
  while (Buffer.byteLength(letters.join('') + ending) > longestBytes) letters.pop()
  return letters.join('') + ending
}
