import { z } from 'zod'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Entry = z.object({ size: z.int().min(0), sha256: Sha256 })

export const manifestName = 'manifest.json'
export const databaseName = 'workspace.sqlite'
export const archiveVersion = 1

/** Where a kept file lies in the archive, as in the workspace itself. */
export function fileName(hash: string): string {
  return `files/${hash.slice(0, 2)}/${hash}`
}

/** What has to be understood before anything else, whatever the version. */
export const ManifestHead = z.object({ format: z.literal('troupe-backup'), archiveVersion: z.int().min(1), schemaVersion: z.int().min(1) })

/** What a backup holds. Everything in it is named here with its hash. */
export const Manifest = ManifestHead.extend({
  appVersion: z.string(),
  madeAt: z.iso.datetime(),
  workspace: z.object({ id: z.string(), name: z.string() }),
  database: Entry,
  /** Kept files by their hash, with their size in bytes. */
  files: z.record(Sha256, z.int().min(0)),
  /** Files that rows name but that were gone already when the backup was made. */
  missing: z.array(Sha256),
})
export type Manifest = z.infer<typeof Manifest>
