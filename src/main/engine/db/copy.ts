import { openConnection, type Connection } from './connection.ts'

/** So few that nothing else waits longer than a few milliseconds. */
const pagesAtOnce = 100

/** Copies the database as it is at this moment into a new file, while others go on writing; `read` may ask the copied state besides.
 *  `onPages` may throw to stop. */
export async function copyDatabase<Result>(
  database: string,
  target: string,
  onPages: (done: number, of: number) => void,
  read: (db: Connection) => Result,
): Promise<Result> {
  const db = openConnection(database, { readonly: true })
  try {
    // An open read holds the state; without it each write by another connection would begin the copy anew.
    db.exec('BEGIN')
    const result = read(db)
    await db.backup(target, {
      progress({ totalPages, remainingPages }) {
        onPages(totalPages - remainingPages, totalPages)
        return pagesAtOnce
      },
    })
    return result
  } finally {
    db.close()
  }
}
