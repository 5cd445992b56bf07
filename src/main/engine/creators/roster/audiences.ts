import type { RosterReader } from '../../db/roster-reader.ts'
import { marked, without } from './lines.ts'

/** The lines whose audience has a label, and beside each its share in basis points. */
export interface Posting {
  lines: Int32Array
  shares: Uint16Array
}

/** Who follows the creators. A dimension is read when first asked for: most filters ask for none. */
export interface Audiences {
  of(dimension: string, label: string): Posting | undefined
  all(dimension: string): ReadonlyMap<string, Posting>
  /** These lines' audiences are now as the database has them. */
  follow(lines: ReadonlySet<number>): void
}

export function openAudiences(reader: RosterReader): Audiences {
  const kept = new Map<string, Map<string, Posting>>()
  const all = (dimension: string) => {
    let found = kept.get(dimension)
    if (!found) kept.set(dimension, (found = load(reader, dimension)))
    return found
  }
  return {
    all,
    of: (dimension, label) => all(dimension).get(label),
    follow(lines) {
      if (kept.size === 0) return
      const added = new Map([...kept.keys()].map((dimension) => [dimension, new Map<string, [number, number][]>()]))
      for (const line of lines) {
        for (const [dimension, label, share] of reader.audienceOf(line)) {
          const labels = added.get(dimension)
          const list = labels?.get(label)
          if (list) list.push([line, share])
          else labels?.set(label, [[line, share]])
        }
      }
      for (const [dimension, postings] of kept) merge(postings, added.get(dimension) ?? new Map(), lines)
    },
  }
}

function load(reader: RosterReader, dimension: string): Map<string, Posting> {
  const postings = new Map<string, Posting>()
  let [label, lines, shares]: [string | null, number[], number[]] = [null, [], []]
  const finish = () => {
    if (label !== null) postings.set(label, { lines: Int32Array.from(lines), shares: Uint16Array.from(shares) })
  }
  // The rows come label by label, as the table is ordered.
  for (const [next, line, share] of reader.audience(dimension)) {
    if (next !== label) {
      finish()
      ;[label, lines, shares] = [next, [], []]
    }
    lines.push(line)
    shares.push(share)
  }
  finish()
  return postings
}

function merge(postings: Map<string, Posting>, added: ReadonlyMap<string, [number, number][]>, changed: ReadonlySet<number>): void {
  const isChanged = marked(changed)
  for (const label of new Set([...postings.keys(), ...added.keys()])) {
    const before = postings.get(label)
    const more = added.get(label) ?? []
    const staying = before ? without(before.lines, isChanged) : new Int32Array()
    if (more.length === 0 && staying.length === before?.lines.length) continue
    const lines = new Int32Array(staying.length + more.length)
    const shares = new Uint16Array(lines.length)
    let at = 0
    for (const [place, line] of before?.lines.entries() ?? []) {
      if (isChanged[line] === 1) continue
      lines[at] = line
      shares[at++] = before?.shares[place] ?? 0
    }
    for (const [line, share] of more) {
      lines[at] = line
      shares[at++] = share
    }
    if (lines.length === 0) postings.delete(label)
    else postings.set(label, { lines, shares })
  }
}
