import { isMonthName } from './month-names.ts'
import { BLANK, FORMULA_ERROR, PLACEHOLDER, problem, type Missing, type Problem } from './parsed.ts'

// Words by which lists in several languages say "not known".
const PLACEHOLDERS = new Set([
  'n/a',
  'na',
  'n.a',
  'n/d',
  'n.d',
  'nd',
  'n/v',
  'nan',
  'null',
  'none',
  'nil',
  'undefined',
  'unknown',
  'not available',
  'not known',
  'not applicable',
  'tbd',
  'tba',
  'tbc',
  '?',
  '??',
  '???',
  'k.a',
  'k. a',
  'keine angabe',
  'unbekannt',
  'inconnu',
  'desconocido',
  'desconhecido',
  'sin datos',
  'sem dados',
  'нет',
  'нет данных',
  'н/д',
  'нд',
  'hidden',
  'private',
  'x',
  '·',
  '…',
  '...',
  '.',
])
const NOT_AVAILABLE = new Set(['#n/a', '#n/d', '#nv', '#н/д', '#nd', '#n/v', '#i/t', '#brak', '#e/t', '#puuttuu'])

/** What a cell without a readable number says: nothing, a placeholder, a spreadsheet's error word; null when it is other text. */
export function missingWord(cell: string): Missing | null {
  const word = cell.trim().toLowerCase()
  if (word === '') return BLANK
  if (isDashes(word)) return PLACEHOLDER
  if (word.startsWith('#')) return formulaError(word)
  return PLACEHOLDERS.has(word) || PLACEHOLDERS.has(word.replace(/['.]+$/, '')) ? PLACEHOLDER : null
}

function isDashes(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (!'-–—−_'.includes(word.charAt(at))) return false
  return true
}

// Spreadsheets translate their error words (#VALOR!, #WERT!, #ЗНАЧ!), but all end in a mark; ##### is a number too wide for its column.
function formulaError(word: string): Missing | null {
  if (NOT_AVAILABLE.has(word)) return PLACEHOLDER
  const last = word.charAt(word.length - 1)
  return last === '!' || last === '?' || /^#+$/.test(word) ? FORMULA_ERROR : null
}

/** Why a cell that should be a number is none, in one sentence. */
export function notANumber(cell: string): Problem {
  if (looksLikeSpreadsheetDate(cell) || /^\d{4}-\d{2}-\d{2}(?:T|$)|^\d{1,2}[./]\d{1,2}[./]\d{4}$/.test(cell))
    return problem('A spreadsheet has turned this number into a date; its value is lost.')
  if (/^\D*\d[\d.,]* ?\p{L}{0,3} ?[-–—] ?\D?\d/u.test(cell)) return problem('This is a range; one number is needed.')
  return problem('This is not a number.')
}

function looksLikeSpreadsheetDate(cell: string): boolean {
  const parts = cell.split(/[\s.\-/]+/).filter((part) => part !== '')
  return parts.length === 2 && parts.some((part) => /^\d{1,4}$/.test(part)) && parts.some(isMonthName)
}
