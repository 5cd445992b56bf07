import { crc32, deflateSync } from 'node:zlib'

/** A dark PNG of the given size; `kind` 6 has transparency. */
export function plainPng(width: number, height: number, kind: 2 | 6 = 2): Uint8Array {
  const row = new Uint8Array(width * (kind === 6 ? 4 : 3)).fill(0x30)
  return png(
    { width, height, depth: 8, kind },
    Array.from({ length: height }, () => row),
  )
}

interface Head {
  width: number
  height: number
  depth: number
  kind: number
  interlaced?: boolean
}

/** A PNG from its rows of samples, unfiltered; `filter` says how each row is stored. */
export function png(
  head: Head,
  rows: readonly Uint8Array[],
  parts: { palette?: Uint8Array; transparency?: Uint8Array; filter?: number } = {},
): Uint8Array {
  const start = Buffer.alloc(13)
  start.writeUInt32BE(head.width, 0)
  start.writeUInt32BE(head.height, 4)
  start.set([head.depth, head.kind, 0, 0, head.interlaced ? 1 : 0], 8)
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[head.kind] ?? 1
  const step = Math.max(1, (samples * head.depth) >> 3)
  const lines = rows.map((row, at) => filtered(row, at > 0 ? (rows[at - 1] ?? row) : new Uint8Array(row.length), parts.filter ?? 0, step))
  const chunks = [
    chunk('IHDR', start),
    chunk('tEXt', Buffer.from('Author\0Nobody')),
    ...(parts.palette ? [chunk('PLTE', Buffer.from(parts.palette))] : []),
    ...(parts.transparency ? [chunk('tRNS', Buffer.from(parts.transparency))] : []),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat([Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), ...chunks]))
}

function filtered(row: Uint8Array, above: Uint8Array, filter: number, step: number): Buffer {
  const guesses = Array.from(row, (_, at) => {
    const [left, up, corner] = [row[at - step] ?? 0, above[at] ?? 0, above[at - step] ?? 0]
    const near = [left, up, corner].toSorted((a, b) => Math.abs(left + up - corner - a) - Math.abs(left + up - corner - b))[0] ?? 0
    return [0, left, up, Math.floor((left + up) / 2), near][filter] ?? 0
  })
  return Buffer.from([filter, ...Array.from(row, (byte, at) => (byte - (guesses[at] ?? 0)) & 0xff)])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A grey JPEG of 8 × 8 pixels: the smallest that readers take. */
export const smallJpeg = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////' +
      'wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
    'base64',
  ),
)
