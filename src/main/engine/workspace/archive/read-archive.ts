import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { TroupeError } from '#src/shared/contract/errors.ts'

/** One entry of a zip, as its directory states it. */
interface ArchiveEntry {
  name: string
  method: number
  packedSize: number
  size: number
  headerAt: number
}

export interface ArchiveReader {
  readonly names: readonly string[]
  /** The content of an entry, unpacked; ends with FILE_DAMAGED where it is longer than the directory says, or broken. */
  content(name: string): AsyncGenerator<Buffer>
}

// Sizes and signatures of the zip format (APPNOTE.TXT 4.3); backups have no comment, so the end record is the last thing in the file.
const endLength = 22
const endSignature = 0x06054b50
const directorySignature = 0x02014b50
const directoryLength = 46
const localSignature = 0x04034b50
const localLength = 30
const largestDirectory = 200_000_000

/** Reads the directory of a zip that `writeArchive` made. Raises FILE_DAMAGED for anything else, cut off files included. */
export async function readArchive(path: string): Promise<ArchiveReader> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const entries = new Map((await readDirectory(file, size)).map((entry) => [entry.name, entry]))
    return { names: [...entries.keys()], content: (name) => contentOf(path, entries.get(name) ?? damaged(`it has no ${name}`)) }
  } finally {
    await file.close()
  }
}

async function readDirectory(file: FileHandle, size: number): Promise<ArchiveEntry[]> {
  if (size < endLength) damaged('it is not a backup')
  const end = await readAt(file, size - endLength, endLength)
  const [length, start] = [end.readUInt32LE(12), end.readUInt32LE(16)]
  if (end.readUInt32LE(0) !== endSignature || end.readUInt16LE(20) !== 0) damaged('it is not a backup, or is cut off')
  if (start + length + endLength !== size || length > largestDirectory) damaged('its directory is broken')
  const directory = await readAt(file, start, length)
  const entries: ArchiveEntry[] = []
  for (let at = 0; at < length;) {
    if (at + directoryLength > length || directory.readUInt32LE(at) !== directorySignature) damaged('its directory is broken')
    const [nameLength, extra, comment] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)]
    entries.push({
      name: directory.toString('utf8', at + directoryLength, at + directoryLength + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    })
    at += directoryLength + nameLength + extra + comment
  }
  return entries
}

async function* contentOf(path: string, entry: ArchiveEntry): AsyncGenerator<Buffer> {
  try {
    let unpacked = 0
    for await (const chunk of await unpack(path, entry)) {
      unpacked += (chunk as Buffer).length
      if (unpacked > entry.size) damaged(`${entry.name} is longer than it should be`)
      yield chunk as Buffer
    }
  } catch (error) {
    if (error instanceof TroupeError) throw error
    throw new TroupeError('FILE_DAMAGED', damage(`${entry.name} cannot be unpacked`), undefined, { cause: error })
  }
}

async function unpack(path: string, { name, method, packedSize, headerAt }: ArchiveEntry): Promise<AsyncIterable<unknown>> {
  const header = await localHeader(path, headerAt)
  if (header.readUInt32LE(0) !== localSignature) damaged(`${name} is not where it should be`)
  const start = headerAt + localLength + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (packedSize === 0) return Readable.from([])
  const packed = createReadStream(path, { start, end: start + packedSize - 1 })
  return method === 0 ? packed : pipeline(packed, createInflateRaw(), () => undefined)
}

async function localHeader(path: string, position: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    return await readAt(file, position, localLength)
  } finally {
    await file.close()
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position)
  return bytesRead === length ? buffer : damaged('it is cut off')
}

function damage(why: string): string {
  return `This file is not a whole Troupe backup: ${why}. Nothing was restored.`
}

/** Ends reading a backup with one sentence. */
export function damaged(why: string): never {
  throw new TroupeError('FILE_DAMAGED', damage(why))
}
