import { unzipSync } from 'fflate'
import { raise } from '#src/shared/contract/errors.ts'

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  index: number
  name: string
  isHidden: boolean
}

// Sheets are read row by row and may be long; texts that all sheets share have to be held at once.
const largestUnpacked = 2_000_000_000
const largestShared = 300_000_000
// Rows of a list shrink to a tenth or a thirtieth; what shrinks far more was made to fill memory.
const [looksLarge, mostShrunk] = [100_000_000, 200]

/** Refuses a packed file that would unpack to more than can be held. Raises FILE_TOO_LARGE; throws for what is no zip. */
export function expectBearable(name: string, bytes: Uint8Array): void {
  let [all, shared] = [0, 0]
  unzipSync(bytes, {
    filter({ name: part, originalSize }) {
      all += originalSize
      if (!/worksheets\//i.test(part)) shared = Math.max(shared, originalSize)
      return false
    },
  })
  const isTrap = all > looksLarge && all > bytes.length * mostShrunk
  if (all <= largestUnpacked && shared <= largestShared && !isTrap) return
  const size = Math.round(Math.max(all, shared) / 1e6)
  raise('FILE_TOO_LARGE', `“${name}” would unpack to ${size} MB, which is more than a list can have; nothing was taken from it.`)
}

/** The sheets of an XLSX file in its order; null where there is no list of them in its usual place. */
export function listedSheets(bytes: Uint8Array): ListedSheet[] | null {
  const part = unzipSync(bytes, { filter: ({ name }) => name === 'xl/workbook.xml' })['xl/workbook.xml']
  if (!part) return null
  const tags = [...new TextDecoder().decode(part).matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes = '']) => attributes)
  const listed = tags.filter((tag) => attribute(tag, 'name') !== '' && /:id\s*=/.test(tag))
  if (listed.length === 0) return null
  return listed.map((tag, index) => ({ index, name: attribute(tag, 'name'), isHidden: /hidden/i.test(attribute(tag, 'state')) }))
}

function attribute(tag: string, name: string): string {
  const [, , text = ''] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(["'])(.*?)\\1`).exec(tag) ?? []
  return text
    .replaceAll(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex: string, digits: string) =>
      String.fromCodePoint(hex ? parseInt(hex, 16) : Number(digits)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
