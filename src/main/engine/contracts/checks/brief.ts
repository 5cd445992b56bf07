import { formatInWords } from '../../deliverables/words.ts'
import { fittingFor } from '../../deliverables/fitting.ts'
import type { Filled } from '../fill.ts'
import { warning, type Check } from './check.ts'

interface Line {
  platform: string
  format: string
  quantity: number
  dueOn: string | null
}

/** Deliverables that differ from what the brief asks of this creator, by platform and format; an order is held against the brief's formats
 *  alone, because creators may share them out. */
export function briefChecks({ subject, terms, values }: Pick<Filled, 'subject' | 'terms' | 'values'>): Check[] {
  const { brief, creator } = subject
  const typedOver = values.some(({ field, edited }) => field === 'deliverables.summary' && edited)
  const found = typedOver
    ? [warning('deliverables.summary', 'The deliverables in words are typed over; the table under them still says what was planned.')]
    : []
  if (brief.deliverables.length === 0 || !terms.clauses.some(({ kind }) => kind === 'deliverables')) return found
  if (!creator) return [...found, ...missingFormats(brief.deliverables, terms.deliverables)]
  const asked = fittingFor(brief.deliverables, new Set(creator.accounts.map(({ platform }) => platform)))
  return [...found, ...differences(asked, terms.deliverables)]
}

function missingFormats(asked: readonly Line[], agreed: readonly Line[]): Check[] {
  const names = [...new Set(asked.filter((line) => !agreed.some((one) => isSame(one, line))).map(formatInWords))]
  return names.map((name) => warning('deliverables.summary', `The brief asks for ${name}, the contract has none.`))
}

function differences(asked: readonly Line[], agreed: readonly Line[]): Check[] {
  const kinds = [...new Map([...asked, ...agreed].map((line) => [`${line.platform} ${line.format}`, line])).values()]
  return kinds.flatMap((kind): Check[] => {
    const [wanted, given] = [asked, agreed].map((lines) => lines.filter((line) => isSame(line, kind)))
    const [want, have] = [countOf(wanted), countOf(given)]
    const name = formatInWords(kind)
    if (want !== have) return [warning('deliverables.summary', `The brief asks for ${want} × ${name}, the contract has ${have}.`)]
    const [brief, contract] = [daysOf(wanted), daysOf(given)]
    return brief === contract || brief === ''
      ? []
      : [
          warning(
            'deliverables.summary',
            `The brief wants ${name} on ${brief}, the contract ${contract ? `on ${contract}` : 'names no day'}.`,
          ),
        ]
  })
}

function isSame(a: Line, b: Line): boolean {
  return a.platform === b.platform && a.format === b.format
}

function countOf(lines: readonly Line[] | undefined): number {
  return (lines ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
}

/** The days of all, each as often as something is due on it. */
function daysOf(lines: readonly Line[] | undefined): string {
  const days = (lines ?? []).flatMap(({ dueOn, quantity }) => Array.from({ length: quantity }, () => dueOn ?? ''))
  return [...new Set(days.filter(Boolean))].toSorted().join(', ')
}
