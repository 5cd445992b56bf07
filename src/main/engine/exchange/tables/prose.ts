import { isData } from './cells.ts'

const delimiters = [',', ';', '\t', '|'] as const

/**
 * Whether a text is sentences rather than rows: many words a line, blanks behind the commas, lines that end or go on as sentences do,
 * hardly a number or address, and no delimiter that parts the lines alike. A list has at least one of these otherwise.
 */
export function isProse(text: string): boolean {
  const lines = text
    .split('\n', 200)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const share = (test: (line: string) => boolean) => lines.filter(test).length / lines.length
  const words = lines.reduce((sum, line) => sum + line.split(/\s+/).length, 0) / lines.length
  const areSentences = share(endsAsSentence) >= 0.4 || share((line) => /^\p{Ll}/u.test(line)) >= 0.5
  if (words < 4 || !areSentences || share(hasData) >= 0.3) return false
  return hasBlanksBehindCommas(text) && !delimiters.some((delimiter) => isEven(lines, delimiter))
}

function endsAsSentence(line: string): boolean {
  return /\p{L}[^\p{L}\p{N}]{0,2}[.!?,:;]["'»”)]*$/u.test(line) && line.split(/\s+/).length >= 4
}

function hasData(line: string): boolean {
  return delimiters.some((delimiter) => line.split(delimiter).some(isData))
}

function hasBlanksBehindCommas(text: string): boolean {
  const commas = text.match(/,/g)?.length ?? 0
  return commas === 0 || (text.match(/,(?=\s|$)/g)?.length ?? 0) >= commas * 0.8
}

/** Whether the delimiter parts most lines into equally many cells; of so few lines that they may be alike by chance nobody can tell. */
function isEven(lines: readonly string[], delimiter: string): boolean {
  const counts = Map.groupBy(lines, (line) => line.split(delimiter).length)
  const [most = 0] = [...counts]
    .filter(([cells]) => cells > 1)
    .map(([, group]) => group.length)
    .sort((a, b) => b - a)
  return lines.length > 3 && most > lines.length * 0.7
}
