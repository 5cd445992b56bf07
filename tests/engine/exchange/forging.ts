import { unzipSync } from 'fflate'
import { createHash } from 'node:crypto'
import { pack } from '#src/main/engine/exchange/format/archive.ts'

export type Entries = Record<string, Uint8Array>
export type Json = Record<string, unknown>

/** Packs changed entries as a forger who knows the format would: with right hashes and a right seal. */
export function forged(file: Buffer, change: (entries: Entries, manifest: Json) => void): Uint8Array {
  const entries: Entries = unzipSync(file)
  const manifest = JSON.parse(Buffer.from(entries['manifest.json'] ?? []).toString()) as Json
  change(entries, manifest)
  const { 'manifest.json': _, ...content } = entries
  manifest['entries'] = Object.entries(content).map(([name, bytes]) => ({
    name,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }))
  return pack([
    { name: 'manifest.json', bytes: Buffer.from(JSON.stringify(manifest)) },
    ...Object.entries(content).map(([name, bytes]) => ({ name, bytes })),
  ])
}

/** Rewrites the rows of one table in a file's entries. */
export function editRows(entries: Entries, table: string, edit: (rows: Json[]) => Json[]): void {
  const lines = Buffer.from(entries[`rows/${table}.ndjson`] ?? [])
    .toString()
    .split('\n')
    .filter(Boolean)
  entries[`rows/${table}.ndjson`] = Buffer.from(
    edit(lines.map((line) => JSON.parse(line) as Json))
      .map((row) => `${JSON.stringify(row)}\n`)
      .join(''),
  )
}
