import { Zip, type ZipInputFile } from 'fflate'
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** Zip without its 64-bit extension ends here; in bytes, with room for the directory. */
export const largestArchive = 4_000_000_000

export interface Written {
  size: number
  sha256: string
}

/** Writes a zip piece by piece, so that memory does not grow with it. */
export interface ArchiveWriter {
  /** Adds one entry; `pack` deflates it on another thread. */
  add(name: string, content: AsyncIterable<Uint8Array>, pack: boolean): Promise<Written>
  /** Closes the zip, flushed to disk; answers with its size in bytes. */
  finish(): Promise<number>
  /** Closes the file as it is. */
  abandon(): Promise<void>
}

const stored = 0
const deflated = 8
/** Fast; most of a database is small numbers and text that pack well at any level. */
const level = 3

/** Throws the operating system's errors. */
export async function writeArchive(path: string): Promise<ArchiveWriter> {
  const file = await open(path, 'w')
  let waiting: Uint8Array[] = []
  let bytes = 0
  const zip = new Zip((_, chunk) => void waiting.push(chunk))
  const flush = async () => {
    const chunks = waiting
    waiting = []
    for (const chunk of chunks) bytes += (await file.write(chunk)).bytesWritten
  }
  return {
    async add(name, content, pack) {
      const entry: ZipInputFile = { filename: name, compression: pack ? deflated : stored, size: 0, crc: 0 }
      zip.add(entry)
      const sum = createHash('sha256')
      const watched = watch(content, (chunk) => {
        sum.update(chunk)
        entry.size += chunk.length
        entry.crc = crc32(chunk, entry.crc)
      })
      // The loop sees whatever ends the pipeline early.
      for await (const chunk of pack ? pipeline(watched, createDeflateRaw({ level }), () => undefined) : watched) {
        entry.ondata?.(null, chunk as Uint8Array<ArrayBuffer>, false)
        await flush()
      }
      entry.ondata?.(null, new Uint8Array(), true)
      await flush()
      return { size: entry.size, sha256: sum.digest('hex') }
    },
    async finish() {
      zip.end()
      await flush()
      await file.sync()
      await file.close()
      return bytes
    },
    abandon: () => file.close(),
  }
}

async function* watch(content: AsyncIterable<Uint8Array>, see: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    see(chunk)
    yield chunk
  }
}
