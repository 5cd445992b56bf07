import type { LabelKind, RosterReader } from '../../db/roster-reader.ts'

/** Which lines have a niche or a tag. */
export interface Labels {
  linesWith(kind: LabelKind, label: string): readonly number[] | Int32Array
  all(kind: LabelKind): Iterable<[label: string, lines: Int32Array]>
  /** These lines' labels are now the ones that `labelsOf` says. */
  relabel(lines: ReadonlySet<number>, labelsOf: (searchId: number) => [LabelKind, string][]): void
}

export function openLabels(): Labels & { load(reader: RosterReader): void } {
  const kept: Record<LabelKind, Map<string, Int32Array>> = { niche: new Map(), tag: new Map() }
  return {
    linesWith: (kind, label) => kept[kind].get(label) ?? [],
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
  for (const label of new Set([...kept.keys(), ...added.keys()])) {
    const before = kept.get(label) ?? new Int32Array()
    const more = added.get(label) ?? []
    if (more.length === 0 && !before.some((line) => changed.has(line))) continue
    const after = [...before.filter((line) => !changed.has(line)), ...more]
    if (after.length === 0) kept.delete(label)
    else kept.set(label, Int32Array.from(after))
  }
}
