import type { LabelKind, RosterReader } from '../../db/roster-reader.ts'
import { marked, without } from './lines.ts'

/** Which lines have a niche, a tag, a language and the like. A kind is read when first asked for. */
export interface Labels {
  linesWith(kind: LabelKind, label: string): Int32Array
  all(kind: LabelKind): Iterable<[label: string, lines: Int32Array]>
  /** These lines' labels are now the ones that `labelsOf` says. */
  relabel(lines: ReadonlySet<number>, labelsOf: (searchId: number) => [LabelKind, string][]): void
}

const none = new Int32Array()

export function openLabels(reader: RosterReader): Labels {
  const kept = new Map<LabelKind, Map<string, Int32Array>>()
  const all = (kind: LabelKind) => {
    let found = kept.get(kind)
    if (!found) {
      found = new Map(reader.labels(kind).map((label) => [label, Int32Array.from(reader.linesWith(kind, label))]))
      kept.set(kind, found)
    }
    return found
  }
  return {
    linesWith: (kind, label) => all(kind).get(label) ?? none,
    all,
    relabel(lines, labelsOf) {
      const added = new Map([...kept.keys()].map((kind) => [kind, new Map<string, number[]>()]))
      for (const line of lines) {
        for (const [kind, label] of labelsOf(line)) {
          const lists = added.get(kind)
          const list = lists?.get(label)
          if (list) list.push(line)
          else lists?.set(label, [line])
        }
      }
      for (const [kind, before] of kept) merge(before, added.get(kind) ?? new Map(), lines)
    },
  }
}

function merge(kept: Map<string, Int32Array>, added: ReadonlyMap<string, number[]>, changed: ReadonlySet<number>): void {
  const isChanged = marked(changed)
  for (const label of new Set([...kept.keys(), ...added.keys()])) {
    const before = kept.get(label) ?? none
    const staying = without(before, isChanged)
    const more = added.get(label) ?? []
    if (more.length === 0 && staying.length === before.length) continue
    const after = new Int32Array(staying.length + more.length)
    after.set(staying)
    after.set(more, staying.length)
    if (after.length === 0) kept.delete(label)
    else kept.set(label, after)
  }
}
