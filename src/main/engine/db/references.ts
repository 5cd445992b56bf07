import { X509Certificate } from 'node:crypto'
import type { Statement } from 'better-sqlite3'
import type { Connection } from './connection.ts'
import { journaledTables, type JournaledTable } from './schema.ts'

interface Reference {
  child: JournaledTable
  column: string
  parent: string
}

/** Tells which rows still point at a row. */
export interface References {
  /** The table of a row that refers to this one; null where none does. */
  to(table: JournaledTable, id: string): JournaledTable | null
}

export function referencesIn(db: Connection): References {
  const all = journaledTables.flatMap((child) => foreignKeysOf(db, child))
  const lookups = new Map<JournaledTable, { child: JournaledTable; find: Statement }[]>()
  return {
    to(table, id) {
      let found = lookups.get(table)
      if (!found) {
        found = all
          .filter(({ parent }) => parent === table)
          .map(({ child, column }) => ({ child, find: db.prepare(`SELECT 1 FROM ${child} WHERE ${column} = ? LIMIT 1`) }))
        lookups.set(table, found)
      }
      const child = found.find(({ find }) => find.get(id) !== undefined)?.child ?? null
      return child === null && table === 'signing_identity' && hasSigned(db, id) ? 'contract_signature' : child
    },
  }
}

/** Signatures name the certificate they rest on by its fingerprint, in other workspaces too, and so by no foreign key. */
function hasSigned(db: Connection, identityId: string): boolean {
  const certificate = db.prepare('SELECT certificate FROM signing_identity WHERE id = ?').pluck().get(identityId) as string | undefined
  if (certificate === undefined) return false
  const fingerprint = new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase()
  return db.prepare('SELECT 1 FROM contract_signature WHERE certificate_fingerprint = ? LIMIT 1').get(fingerprint) !== undefined
}

/** The foreign keys of a table, as the database itself states them. */
export function foreignKeysOf(db: Connection, child: JournaledTable): Reference[] {
  const rows = db.prepare('SELECT "table" AS parent, "from" AS "column" FROM pragma_foreign_key_list(?)').all(child) as {
    parent: string
    column: string
  }[]
  return rows.map(({ parent, column }) => ({ child, column, parent }))
}
