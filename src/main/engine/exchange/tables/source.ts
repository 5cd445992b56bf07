import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { raise } from '#src/shared/contract/errors.ts'
import { unreadable } from '../../file-errors.ts'

/** Bytes that can be read more than once from the start: a file, or an upload held in memory. */
export interface ByteSource {
  readonly name: string
  readonly size: number
  /** The bytes in order, in pieces of at most 64 KB; each piece may be kept. */
  chunks(): AsyncGenerator<Uint8Array>
}

const chunkSize = 1 << 16

/** Opens the file at `path` for repeated reading. Raises FILE_MISSING, FILE_IS_DIRECTORY, FILE_UNREADABLE or FILE_EMPTY. */
export async function fileSource(path: string): Promise<ByteSource> {
  const name = basename(path)
  const found = await stat(path).catch((error: unknown) => refuse(name, error))
  if (found.isDirectory()) raise('FILE_IS_DIRECTORY', `“${name}” is a folder; choose a file inside it.`)
  if (!found.isFile()) raise('FILE_UNREADABLE', `“${name}” is not an ordinary file.`)
  if (found.size === 0) raise('FILE_EMPTY', `“${name}” is empty.`)
  return { name, size: found.size, chunks: () => readChunks(path, name) }
}

/** A source over bytes that are already in memory. Raises FILE_EMPTY. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  if (bytes.length === 0) raise('FILE_EMPTY', `“${name}” is empty.`)
  return {
    name,
    size: bytes.length,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize)
    },
  }
}

/** At most the first `length` bytes. */
export async function headOf(source: ByteSource, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of source.chunks()) {
    parts.push(chunk)
    size += chunk.length
    if (size >= length) break
  }
  return Buffer.concat(parts).subarray(0, length)
}

/** The whole source in memory; only for formats that cannot be read front to back. */
export async function allOf(source: ByteSource): Promise<Uint8Array> {
  return headOf(source, source.size)
}

async function* readChunks(path: string, name: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r').catch((error: unknown) => refuse(name, error))
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkSize)
      const { bytesRead, buffer } = await file.read(chunk, 0, chunkSize).catch((error: unknown) => refuse(name, error))
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

function refuse(name: string, error: unknown): never {
  throw unreadable(`“${name}”`, error)
}
