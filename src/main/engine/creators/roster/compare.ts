import type { SortValue } from '../../db/roster-reader.ts'

/** As SQLite compares text: by the bytes of UTF-8, which differs from JavaScript beyond the first 65,536 characters. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return hasSurrogates.test(a) || hasSurrogates.test(b) ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : a < b ? -1 : 1
}

const hasSurrogates = /[\ud800-\udfff]/

/** Below 0 where `a` is the smaller; both are of one kind. */
export function compareValues(a: Exclude<SortValue, null>, b: Exclude<SortValue, null>): number {
  return typeof a === 'string' ? compareText(a, String(b)) : a - Number(b)
}
