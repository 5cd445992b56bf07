import type { ErrorCode } from '#src/shared/contract/errors.ts'
import type { RowCounts } from './go-through.ts'
import type { ImportRequest } from './open-list.ts'
import type { Question } from './questions.ts'
import type { CellProblem } from './types.ts'

/** What the engine hands to the thread that reads a list. */
export interface ImportTask {
  /** `preview` writes nothing. */
  mode: 'import' | 'preview'
  database: string
  request: ImportRequest
  entry: { id: string; at: string; actor: string; procedure: string }
  /** Set to 1 by whoever cancels. */
  cancelled: SharedArrayBuffer
}

/** Everything that is told of a list and its rows; plain data. */
export interface ImportAccount {
  fileName: string
  format: string
  encoding: string
  delimiter: string | null
  sheet: string | null
  sheets: string[]
  headerLine: number
  headers: string[]
  sample: { line: number; cells: string[] }[]
  mapping: Record<string, string>
  platform: string | null
  questions: Question[]
  rows: RowCounts
  rejects: CellProblem[]
  notices: CellProblem[]
  skips: { line: number; reason: string }[]
  batchId: string | null
  /** Tables that were changed. */
  tables: string[]
}

export type ImportMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; account: ImportAccount }
  | { kind: 'failed'; code: ErrorCode; message: string; data: Record<string, unknown> | undefined }
