import { createListeners } from '../../api/listeners.ts'

/** Asks for `limit` rows: those after the cursor where one is known, otherwise those from row `offset` on. */
export interface PageRequest {
  offset: number
  limit: number
  after: string | undefined
}
export interface Page<Row> {
  total: number
  rows: Row[]
  next: string | null
}

export interface PagedRowsOptions<Row> {
  fetch: (request: PageRequest) => Promise<Page<Row>>
  pageSize?: number
  /** Pages kept in memory; those farthest from the view go first. */
  keep?: number
}

/** Rows of a list that is too long to hold, loaded around what is in view. */
export interface PagedRows<Row> {
  /** Null until the first page has come. */
  readonly total: number | null
  readonly error: unknown
  /** Changes whenever anything that can be read here has changed. */
  readonly version: number
  rowAt(index: number): Row | undefined
  /** Says what is in view, both ends included; loads it, then what lies ahead in the direction of travel. */
  want(first: number, last: number): void
  /** The rows from `first` to `last`, loaded where they are not there. */
  load(first: number, last: number): Promise<Row[]>
  /** The data may have changed: asks again for what is in view and shows the old rows until the new ones come. */
  refresh(): void
  subscribe(listener: () => void): () => void
}

interface Held<Row> {
  rows: Row[]
  next: string | null
  generation: number
}

const atOnce = 3

export function createPagedRows<Row>({ fetch, pageSize = 100, keep = 60 }: PagedRowsOptions<Row>): PagedRows<Row> {
  const pages = new Map<number, Held<Row>>()
  const underWay = new Map<number, Promise<void>>()
  const listeners = createListeners()
  let generation = 0
  let view = { first: 0, last: pageSize - 1, isUpward: false }
  let total: number | null = null
  let error: unknown = null
  let version = 0

  const tell = () => {
    version += 1
    listeners.tell()
  }
  const isFresh = (page: number) => pages.get(page)?.generation === generation
  const lastPage = () => (total === null ? 0 : Math.max(0, Math.ceil(total / pageSize) - 1))

  async function get(page: number): Promise<void> {
    const asked = generation
    const before = pages.get(page - 1)
    const after = before?.generation === asked ? (before.next ?? undefined) : undefined
    try {
      const found = await fetch({ offset: page * pageSize, limit: pageSize, after })
      if (asked !== generation) return
      pages.set(page, { rows: found.rows, next: found.next, generation })
      total = found.total
      error = null
      forget()
    } catch (failure) {
      if (asked === generation) error = failure
    }
    tell()
  }

  function start(page: number): Promise<void> {
    const known = underWay.get(page)
    if (known) return known
    const coming = get(page).finally(() => {
      if (underWay.get(page) === coming) underWay.delete(page)
      pump()
    })
    underWay.set(page, coming)
    return coming
  }

  function pump(): void {
    if (error !== null) return
    const { seen, ahead } = pagesInReach(view, pageSize, lastPage())
    // What lies ahead waits until nothing that is seen is missing.
    const wanted = seen.every(isFresh) ? ahead : seen
    for (const page of wanted) {
      if (underWay.size >= atOnce) return
      if (!isFresh(page) && !underWay.has(page)) void start(page)
    }
  }

  function forget(): void {
    const middle = (view.first + view.last) / 2 / pageSize
    const byDistance = [...pages.keys()].toSorted((a, b) => Math.abs(b - middle) - Math.abs(a - middle))
    for (const page of byDistance.slice(0, Math.max(0, pages.size - keep))) pages.delete(page)
  }

  const rowAt = (index: number) => pages.get(Math.floor(index / pageSize))?.rows[index % pageSize]
  return {
    get total() {
      return total
    },
    get error() {
      return error
    },
    get version() {
      return version
    },
    rowAt,
    want(first, last) {
      view = { first, last, isUpward: first < view.first }
      pump()
    },
    async load(first, last) {
      const rows: Row[] = []
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
        if (!isFresh(page)) await start(page)
        if (error !== null) throw error
        const from = page * pageSize
        rows.push(...(pages.get(page)?.rows ?? []).slice(Math.max(0, first - from), last - from + 1))
      }
      return rows
    },
    refresh() {
      generation += 1
      error = null
      underWay.clear()
      pump()
    },
    subscribe: listeners.subscribe,
  }
}

/** Pages to hold for a view: what is seen, and what is likely to be seen next, two pages ahead and one behind, the likeliest first. */
export function pagesInReach(
  view: { first: number; last: number; isUpward: boolean },
  pageSize: number,
  lastPage: number,
): { seen: number[]; ahead: number[] } {
  const exists = (page: number) => page >= 0 && page <= lastPage
  const from = Math.floor(view.first / pageSize)
  const to = Math.floor(view.last / pageSize)
  const seen = Array.from({ length: to - from + 1 }, (_, step) => from + step)
  const ahead = view.isUpward ? [from - 1, from - 2, to + 1] : [to + 1, to + 2, from - 1]
  return { seen: seen.filter(exists), ahead: ahead.filter(exists) }
}
