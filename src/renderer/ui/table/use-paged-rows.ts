import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { onChange } from '../../api/events.ts'
import { createPagedRows, type PagedRows, type PagedRowsOptions } from './paged-rows.ts'

interface Options<Row> extends PagedRowsOptions<Row> {
  /** What is asked for, such as the filter with its order; another key is another list. */
  key: string
  /** After a change in one of these tables the rows in view are asked for again. */
  tables: readonly string[]
}

/** Rows of a long list by `key`. Until the first rows of a new key are there, the old ones stay, so that filtering never blanks the page. */
export function usePagedRows<Row>({ key, tables, ...options }: Options<Row>): { rows: PagedRows<Row>; isChanging: boolean } {
  const latest = useRef(options)
  latest.current = options
  // oxlint-disable-next-line react/exhaustive-deps -- the key stands for everything that `fetch` closes over
  const coming = useMemo(() => createPagedRows<Row>(latest.current), [key])
  const shown = useRef(coming)
  useSyncExternalStore(coming.subscribe, () => coming.version)
  const isChanging = coming.total === null && coming.error === null
  if (!isChanging) shown.current = coming

  useEffect(() => coming.want(0, 0), [coming])
  const watched = tables.join(' ')
  useEffect(
    () =>
      onChange((changed) => {
        if (changed.length === 0 || changed.some((table) => watched.split(' ').includes(table))) coming.refresh()
      }),
    [coming, watched],
  )
  return { rows: shown.current, isChanging }
}
