import { unzipSync, zipSync, type Zippable } from 'fflate'
import { raise, TroupeError } from '#src/shared/contract/errors.ts'
import { sha256 } from '../../files.ts'

/** The largest campaign file that is read, in bytes. */
export const largestFile = 250_000_000
const mostEntries = 20_000
const largestContent = 1_000_000_000
/** Text packs a hundredfold at most; more is a trap. Small entries may, for the little there is in them. */
const highestRatio = 200
const smallEntry = 1_000_000
const allowedNames = /^(?:manifest\.json|journal\.ndjson|aliases\.ndjson|rows\/[a-z_]{1,40}\.ndjson|files\/[0-9a-f]{64})$/
const zipStart = Buffer.from('PK\u0003\u0004', 'latin1')

// Any moment does, as long as it is always the same one; zip has no time zone.
const fixedTime = new Date(2000, 0, 1)

/** Packs entries so that the same entries in the same order always give the same bytes, and seals them. PDFs and images are not packed
 *  again. */
export function pack(entries: readonly { name: string; bytes: Uint8Array }[]): Uint8Array {
  const files: Zippable = Object.fromEntries(
    entries.map(({ name, bytes }) => [name, [bytes, { level: name.startsWith('files/') ? 0 : 6, mtime: fixedTime }]]),
  )
  return seal(zipSync(files))
}

const sealed = /^troupe:sha256:([0-9a-f]{64})$/
const sealLength = 'troupe:sha256:'.length + 64

/** The zip's own comment holds the hash of every byte before it, so that no flipped byte goes unnoticed, wherever it is. */
function seal(zip: Uint8Array): Uint8Array {
  const whole = new Uint8Array(zip.length + sealLength)
  whole.set(zip)
  new DataView(whole.buffer).setUint16(zip.length - 2, sealLength, true)
  whole.set(Buffer.from(`troupe:sha256:${sha256(whole.subarray(0, zip.length))}`, 'latin1'), zip.length)
  return whole
}

/** Whether the bytes are as they were when the file was written. */
export function isIntact(bytes: Uint8Array): boolean {
  const body = bytes.subarray(0, bytes.length - sealLength)
  const comment = Buffer.from(bytes.subarray(bytes.length - sealLength)).toString('latin1')
  return sealed.exec(comment)?.[1] === sha256(body)
}

/** The named entry alone; null where the zip has none. Raises NOT_A_CAMPAIGN_FILE for what is no zip, FILE_DAMAGED for a broken one. */
export function unpackOne(bytes: Uint8Array, name: string): Uint8Array | null {
  if (!zipStart.equals(bytes.subarray(0, zipStart.length)))
    raise('NOT_A_CAMPAIGN_FILE', 'This is not a Troupe campaign file (.troupe); nothing was taken from it.')
  return unzip(bytes, (entry) => entry.name === name && entry.originalSize <= smallEntry * 10).get(name) ?? null
}

/** All entries. Raises FILE_DAMAGED for a broken zip, for names that do not belong here, and for more than a campaign can be. */
export function unpackAll(bytes: Uint8Array): Map<string, Uint8Array> {
  const seen = new Set<string>()
  let total = 0
  return unzip(bytes, ({ name, size, originalSize }) => {
    total += originalSize
    if (!allowedNames.test(name) || seen.has(name)) damaged('it holds an entry that does not belong there')
    seen.add(name)
    if (seen.size > mostEntries || total > largestContent) damaged('it holds more than a campaign can')
    if (originalSize > smallEntry && originalSize > size * highestRatio) damaged('an entry would unpack to far more than it is')
    return true
  })
}

function unzip(
  bytes: Uint8Array,
  filter: Parameters<typeof unzipSync>[1] extends { filter?: infer Filter } | undefined ? NonNullable<Filter> : never,
): Map<string, Uint8Array> {
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })))
  } catch (error) {
    if (error instanceof TroupeError) throw error
    return damaged('it is cut off or broken', error)
  }
}

/** Ends reading with one sentence. */
export function damaged(why: string, cause?: unknown): never {
  throw new TroupeError('FILE_DAMAGED', `This campaign file is damaged: ${why}. Nothing was taken from it; ask for it again.`, undefined, {
    cause,
  })
}
