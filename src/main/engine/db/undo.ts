import { raise } from '#src/shared/contract/errors.ts'
import type { NewId } from '../ports.ts'
import { bulkWriter, type BulkWriter } from './bulk.ts'
import type { Connection } from './connection.ts'
import { journaledTable, shapeOf, unpackImages, type Image, type Value } from './images.ts'
import type { Journal } from './journal.ts'
import { pauses } from './next-turn.ts'
import { referencesIn } from './references.ts'
import type { JournalChangeTable, JournaledTable } from './schema.ts'

type Change = Pick<JournalChangeTable, 'id' | 'table_name' | 'row_id' | 'op' | 'before' | 'after'> & { id: number }

/** The writer's own connection inside an open transaction. */
export interface UndoIn {
  connection: Connection
  journal: Journal
  newId: NewId
  /** The entry that takes back. */ entryId: string
}

/** Takes every change of `target` back, newest first; without a target, of the newest change that is in effect. Raises NOT_FOUND,
 *  CONFLICT where it is taken back already, and UNDO_CONFLICT where something it changed was changed again or is used by something
 *  newer. */
export async function undoEntry(inside: UndoIn, target?: string): Promise<{ summary: string; undone: string }> {
  const undone = target === undefined ? newestInEffect(inside) : lastTurnOf(inside.connection, target)
  const { summary } = inside.connection.prepare('SELECT summary FROM journal_entry WHERE id = ?').get(undone) as { summary: string }
  try {
    await takeBackAll(inside, undone, summary)
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) conflict(summary)
    throw error
  }
  return { summary, undone }
}

/** The procedure under which a workspace's first entry is written; it stays. */
export const beginning = 'workspace.init'

const undoerOf = 'SELECT id FROM journal_entry WHERE undoes = ?'

/** An undo of an undo does the change again: the last of such a chain is what has to be undone. Even steps away the change is in effect. */
function lastTurnOf(db: Connection, target: string): string {
  const procedure = db.prepare('SELECT procedure FROM journal_entry WHERE id = ?').pluck().get(target)
  if (procedure === undefined) raise('NOT_FOUND', 'This change is not in the history.')
  if (procedure === beginning) raise('CONFLICT', 'A workspace cannot be un-made; delete its folder if it is not needed.')
  const undoer = db.prepare(undoerOf).pluck()
  let [last, steps] = [target, 0]
  for (let next = undoer.get(last); next !== undefined; next = undoer.get(last)) [last, steps] = [next as string, steps + 1]
  if (steps % 2 === 1) raise('CONFLICT', 'This change has been undone already.')
  return last
}

function newestInEffect({ connection, entryId }: UndoIn): string {
  const undoes = connection.prepare('SELECT undoes FROM journal_entry WHERE id = ?').pluck()
  const lastTurns = connection
    .prepare(
      `
    SELECT id FROM journal_entry AS e
    WHERE id <> ? AND procedure <> '${beginning}' AND NOT EXISTS (SELECT 1 FROM journal_entry AS u WHERE u.undoes = e.id)
    ORDER BY e.rowid DESC`,
    )
    .pluck()
  for (const last of lastTurns.iterate(entryId) as Iterable<string>) {
    let steps = 0
    for (let before = undoes.get(last); before; before = undoes.get(before)) steps++
    if (steps % 2 === 0) return last
  }
  return raise('NOT_FOUND', 'There is nothing to undo.')
}

async function takeBackAll({ connection, journal, newId, entryId }: UndoIn, undone: string, summary: string): Promise<void> {
  const rows = rowsOf(connection, summary)
  const bulk = bulkWriter(connection, entryId, newId)
  const older = connection.prepare(
    'SELECT id, table_name, row_id, op, before, after FROM journal_change WHERE entry_id = ? AND id < ? ORDER BY id DESC LIMIT 1',
  )
  const pause = pauses()
  for (
    let change = older.get(undone, Number.MAX_SAFE_INTEGER) as Change | undefined;
    change;
    change = older.get(undone, change.id) as Change | undefined
  ) {
    const table = journaledTable(change.table_name) ?? raise('INTERNAL', `The journal names an unknown table, ${change.table_name}.`)
    if (change.op === 'bulk') journal.unfollowed(() => takeBackMany(rows, bulk, table, change))
    else takeBackOne(rows, table, change)
    await pause()
  }
}

function takeBackMany(rows: Rows, bulk: BulkWriter, table: JournaledTable, { before, after }: Change): void {
  const made = unpackImages(after ?? '{"columns":[],"rows":[]}').toReversed()
  for (const image of made) rows.expectFree(table, image)
  bulk.remove(table, made)
  if (before) bulk.insert(table, unpackImages(before).toReversed())
}

function takeBackOne(rows: Rows, table: JournaledTable, change: Change): void {
  const [before, after] = [change.before, change.after].map((text) => (text === null ? null : (JSON.parse(text) as Image)))
  if (after && before) rows.replace(table, after, before)
  else if (after) rows.remove(table, after)
  else if (before) rows.insert(table, before)
}

type Rows = ReturnType<typeof rowsOf>

function rowsOf(db: Connection, summary: string) {
  const references = referencesIn(db)
  const tables = new Map<JournaledTable, ReturnType<typeof prepare>>()
  const prepare = (table: JournaledTable) => {
    const { columns, complete } = shapeOf(db, table)
    return {
      complete,
      find: db.prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE id = ?`).raw(),
      insert: db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`),
      update: db.prepare(`UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`),
      remove: db.prepare(`DELETE FROM ${table} WHERE id = ?`),
    }
  }
  const of = (table: JournaledTable) => {
    const found = tables.get(table) ?? prepare(table)
    tables.set(table, found)
    return found
  }
  const expectUnchanged = (table: JournaledTable, image: Image) => {
    const { find, complete } = of(table)
    const row = find.get(image.id) as Value[] | undefined
    if (!row || !complete(image).every((value, at) => value === row[at])) conflict(summary)
  }
  /** As the change left it, and nothing newer hangs on it that would go with it. */
  const expectFree = (table: JournaledTable, image: Image) => {
    expectUnchanged(table, image)
    if (references.to(table, String(image.id))) {
      raise('UNDO_CONFLICT', `"${summary}" cannot be undone, because something added later belongs to it. Undo the later change first.`)
    }
  }
  return {
    expectFree,
    insert: (table: JournaledTable, image: Image) => of(table).insert.run(of(table).complete(image)),
    remove(table: JournaledTable, image: Image) {
      expectFree(table, image)
      of(table).remove.run(image.id)
    },
    replace(table: JournaledTable, from: Image, to: Image) {
      expectUnchanged(table, from)
      of(table).update.run([...of(table).complete(to), from.id])
    },
  }
}

function conflict(summary: string): never {
  raise(
    'UNDO_CONFLICT',
    `"${summary}" cannot be undone, because something it changed was changed again later. Undo the later change first.`,
  )
}
