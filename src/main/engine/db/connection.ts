import Database from 'better-sqlite3'

export type Connection = Database.Database

/** 'TRPE' as a 32-bit integer, so that `file` and we can tell a workspace from any other SQLite file. */
export const applicationId = 0x54525045

const pageSize = 8192
/** Pages kept in memory, in KiB: a bulk import touches the same index pages again and again. */
const usualCache = 16_000
const bulkCache = 32_000

export interface ConnectionOptions {
  readonly?: boolean
  /** FULL loses nothing on power failure; NORMAL is for bulk imports. */
  synchronous?: 'FULL' | 'NORMAL'
}

/** Opens a workspace database with the settings that every connection shares. Throws better-sqlite3's own errors. */
export function openConnection(file: string, { readonly = false, synchronous = 'FULL' }: ConnectionOptions = {}): Connection {
  const db = new Database(file, { readonly, fileMustExist: readonly, timeout: 10_000 })
  try {
    if (!readonly) {
      db.pragma(`page_size = ${pageSize}`)
      db.pragma('journal_mode = WAL')
      db.pragma(`synchronous = ${synchronous}`)
      db.pragma('foreign_keys = ON')
    }
    db.pragma(`cache_size = -${synchronous === 'NORMAL' ? bulkCache : usualCache}`)
    db.pragma('temp_store = MEMORY')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
