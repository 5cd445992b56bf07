import type { LabelKind, RosterReader } from '../../db/roster-reader.ts'
import { marked, without } from './lines.ts'

/** Which lines have a niche or a tag. */
export interface Labels {
  linesWith(kind: LabelKind, label: string): Int32Array
  all(kind: LabelKind): Iterable<[label: string, lines: Int32Array]>
  /** These lines' labels are now the ones that `labelsOf` says. */
  relabel(lines: ReadonlySet<number>, labelsOf: (searchId: number) => [LabelKind, string][]): void
}

const none = new Int32Array()

export function openLabels(): Labels & { load(reader: RosterReader): void } {
  const kept: Record<LabelKind, Map<string, Int32Array>> = { niche: new Map(), tag: new Map() }
  return {
    linesWith: (kind, label) => kept[kind].get(label) ?? none,
    all: (kind) => kept[kind],
    load(reader) {
      for (const kind of ['niche', 'tag'] as const) {
        kept[kind] = new Map(reader.labels(kind).map((label) => [label, Int32Array.from(reader.linesWith(kind, label))]))
      }
    },
    relabel(lines, labelsOf) {
      const added: Record<LabelKind, Map<string, number[]>> = { niche: new Map(), tag: new Map() }
      for (const line of lines) {
        for (const [kind, label] of labelsOf(line)) {
          const list = added[kind].get(label)
          if (list) list.push(line)
          else added[kind].set(label, [line])
        }
      }
      for (const kind of ['niche', 'tag'] as const) merge(kept[kind], added[kind], lines)
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
