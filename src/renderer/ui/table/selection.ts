import { useMemo, useState } from 'react'
import { useDraft, type Kept } from '../drafts.ts'

type Ids = ReadonlySet<string>

/** `ids` with `id` put in where it was out, and out where it was in. */
export function toggled(ids: Ids, id: string): Ids {
  return ids.has(id) ? without(ids, [id]) : withAll(ids, [id])
}

export function withAll(ids: Ids, more: Iterable<string>): Ids {
  return new Set([...ids, ...more])
}

function without(ids: Ids, fewer: readonly string[]): Ids {
  const gone = new Set(fewer)
  return new Set([...ids].filter((id) => !gone.has(id)))
}

/** The rows a person has chosen, by id, so that the choice outlives sorting and paging. */
export interface Selection {
  readonly ids: Ids
  toggle(id: string): void
  add(ids: Iterable<string>): void
  replace(ids: Iterable<string>): void
  clear(): void
}

export function useSelection(): Selection {
  const [ids, setIds] = useState<Ids>(() => new Set())
  return useMemo(
    () => ({
      ids,
      toggle: (id) => setIds((now) => toggled(now, id)),
      add: (more) => setIds((now) => withAll(now, more)),
      replace: (next) => setIds(new Set(next)),
      clear: () => setIds(new Set()),
    }),
    [ids],
  )
}

/** The same where the choice is what a form is for: it outlives the form as typed text does. */
export function useKeptSelection(key: string): Selection & Kept {
  const { values, change, wasKept, discard } = useDraft<{ ids: readonly string[] }>(key, { ids: [] })
  const ids: Ids = new Set(values.ids)
  const set = (next: Iterable<string>) => change({ ids: [...next] })
  return {
    ids,
    toggle: (id) => set(toggled(ids, id)),
    add: (more) => set(withAll(ids, more)),
    replace: set,
    clear: discard,
    wasKept,
    discard,
  }
}
