import { problemsOfShares, type AudienceDimension, type AudienceShares } from '#src/shared/domain/audience.ts'
import { raise } from '#src/shared/contract/errors.ts'
import { parseRate } from '#src/shared/domain/numbers.ts'
import { isBlankRow } from '../../exchange/tables/cells.ts'
import { foldLabel } from '../../exchange/tables/fold.ts'
import type { ByteSource } from '../../exchange/tables/source.ts'
import { openText } from '../../exchange/tables/text-records.ts'
import { ageGroupOf, cleanShares, genderOf } from './labels.ts'

export interface AudienceFinding {
  line: number
  value: string | null
  problem: string
}

interface Line {
  cells: string[]
  line: number
}

/** An export has six short tables; a list of creators given by mistake has more. */
const mostLines = 5000

/** Reads a platform's export of an audience: several small tables below each other, each under a title of its own, in any encoding. Age and
 *  gender as a grid, countries and cities as a row of names above a row of shares, or as two columns. Raises NOT_A_TABLE where no share is
 *  found, and what reading text raises. */
export async function readAudienceExport(
  source: ByteSource,
): Promise<{ fileName: string; encoding: string; shares: AudienceShares; findings: AudienceFinding[] }> {
  const text = await openText(source, (cell) => dimensionOfTitle(cell) !== null)
  const lines: Line[] = []
  for await (const { rows, lines: numbers } of text.records()) {
    for (const [at, cells] of rows.entries()) lines.push({ cells: cells.map((cell) => cell.trim()), line: numbers[at] ?? 0 })
    if (lines.length > mostLines)
      raise('NOT_A_TABLE', `“${source.name}” is longer than any export of an audience; nothing was taken from it.`)
  }
  const found = new Reading()
  for (const block of blocksOf(lines)) found.take(block)
  const shares = cleanShares(found.shares)
  if (Object.keys(shares).length === 0)
    raise('NOT_A_TABLE', `No audience was found in “${source.name}”: no ages, genders, countries, cities or languages with shares.`)
  const findings = [...text.notices().map(({ line, problem }) => ({ line, value: null, problem })), ...found.findings]
  return { fileName: source.name, encoding: text.encoding, shares, findings }
}

interface Block {
  title: Line | null
  rows: Line[]
}

/** Tables are parted by blank lines; a line with one cell above wider ones is the title of what follows. */
function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  let block: Block = { title: null, rows: [] }
  const finish = () => {
    if (block.rows.length > 0) blocks.push(block)
    block = { title: null, rows: [] }
  }
  for (const line of lines) {
    const filled = line.cells.filter((cell) => cell !== '')
    if (isBlankRow(line.cells)) {
      if (block.rows.length > 0) finish()
    } else if (filled.length === 1 && dimensionOfTitle(filled[0] ?? '') !== null && !hasShare(line.cells)) {
      finish()
      block = { title: { ...line, cells: filled }, rows: [] }
    } else block.rows.push(line)
  }
  finish()
  return blocks
}

const titles: readonly [RegExp, AudienceDimension | 'age and gender'][] = [
  [/\b(?:age|alter|edad|idade|eta)\b.*\b(?:gender|sex|geschlecht|genero|sexe|sesso)|\bgender\b.*\bage\b/, 'age and gender'],
  [/\b(?:countr\w*|lander|land|pays|paises|paesi|territor\w*)\b/, 'country'],
  [/\b(?:cit\w*|towns?|stadte|stadt|villes?|ciudades|cidades|citta)\b/, 'city'],
  [/\b(?:languages?|sprachen?|langues?|idiomas?|lingue)\b/, 'language'],
  [/\b(?:age|ages|alter|edad|idade)\b/, 'age'],
  [/\b(?:gender|genders|geschlecht|genero|sexe)\b/, 'gender'],
]

function dimensionOfTitle(cell: string): AudienceDimension | 'age and gender' | null {
  const plain = foldLabel(cell)
  return titles.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

class Reading {
  readonly shares: Partial<Record<AudienceDimension, Record<string, number>>> = {}
  readonly findings: AudienceFinding[] = []

  take({ title, rows }: Block): void {
    const dimension = title ? dimensionOfTitle(title.cells[0] ?? '') : this.#guess(rows)
    if (dimension === null) {
      const at = title ?? rows[0]
      const value = at?.cells.find((cell) => cell !== '') ?? null
      this.findings.push({
        line: at?.line ?? 0,
        value,
        problem: 'What this table breaks the audience down by is not said; it was left out.',
      })
      return
    }
    const before = structuredClone(this.shares)
    if (dimension === 'age and gender') this.#takeGrid(rows)
    else this.#takeList(dimension, rows)
    for (const problem of problemsOfShares(cleanShares(this.#since(before))))
      this.findings.push({ line: title?.line ?? rows[0]?.line ?? 0, value: null, problem: `${problem} The table was left out.` })
    if (problemsOfShares(cleanShares(this.#since(before))).length > 0) {
      for (const name of Object.keys(this.shares) as AudienceDimension[]) delete this.shares[name]
      Object.assign(this.shares, before)
    }
  }

  #since(before: AudienceShares): AudienceShares {
    return Object.fromEntries(
      Object.entries(this.shares).filter(([name, labels]) => JSON.stringify(before[name as AudienceDimension]) !== JSON.stringify(labels)),
    )
  }

  #guess(rows: readonly Line[]): AudienceDimension | 'age and gender' | null {
    const heads = rows[0]?.cells ?? []
    const hasGenders = heads.some((cell) => genderOf(cell) !== null)
    const hasAges = rows.some(({ cells }) => ageGroupOf(cells[0] ?? '') !== null)
    if (hasGenders && hasAges) return 'age and gender'
    if (hasAges) return 'age'
    return dimensionOfTitle(heads.find((cell) => cell !== '') ?? '')
  }

  /** Ages down, genders across: each is the sum of its row or column, as both are shares of everyone. */
  #takeGrid([head, ...rows]: readonly Line[]): void {
    const genders = head?.cells.map((cell) => genderOf(cell)) ?? []
    for (const { cells, line } of rows) {
      const age = ageGroupOf(cells[0] ?? '')
      if (age === null) {
        this.findings.push({ line, value: cells[0] ?? null, problem: 'This is no age group; the line was left out.' })
        continue
      }
      for (const [at, gender] of genders.entries()) {
        const share = gender === null ? null : this.#share(cells[at], line)
        if (gender === null || share === null) continue
        this.#add('age', age, share)
        this.#add('gender', gender, share)
      }
    }
  }

  #takeList(dimension: AudienceDimension, rows: readonly Line[]): void {
    const [names, values] = rows
    const lies = rows.length === 2 && names && values && !hasShare(names.cells) && values.cells.filter((cell) => cell !== '').every(isShare)
    if (lies) {
      for (const [at, name] of names.cells.entries()) this.#put(dimension, name, values.cells[at], values.line)
      return
    }
    for (const [at, { cells, line }] of rows.entries()) {
      const place = cells.findIndex((cell, column) => column > 0 && isShare(cell))
      // The heads of two columns.
      if (place === -1 && at === 0) continue
      this.#put(dimension, cells[0] ?? '', cells[Math.max(1, place)], line)
    }
  }

  #put(dimension: AudienceDimension, label: string, cell: string | undefined, line: number): void {
    if (label === '') return
    const share = this.#share(cell, line)
    if (share !== null) this.#add(dimension, label, share)
  }

  #share(cell: string | undefined, line: number): number | null {
    if (cell === undefined || cell === '') return null
    const rate = parseRate(cell, undefined, 'percent')
    if (rate.kind === 'value' && rate.value <= 10_000) return rate.value
    if (rate.kind !== 'missing')
      this.findings.push({
        line,
        value: cell,
        problem: rate.kind === 'problem' ? rate.problem : 'A share of more than 100 % cannot be; it was left out.',
      })
    return null
  }

  #add(dimension: AudienceDimension, label: string, share: number): void {
    const labels = (this.shares[dimension] ??= {})
    labels[label] = (labels[label] ?? 0) + share
  }
}

function isShare(cell: string): boolean {
  return /^[<~]?\s*[+-]?\d+(?:[.,]\d+)?\s*%?$/.test(cell)
}

function hasShare(cells: readonly string[]): boolean {
  return cells.some(isShare)
}
