/** Records in file order; `lines[i]` is the 1-based physical line (CSV) or sheet row on which `rows[i]` begins. */
export interface RecordBatch {
  rows: string[][]
  lines: number[]
}

/** A row that was left out, with the reason in plain words. */
export interface SkippedLine {
  line: number
  reason: string
}

export interface RowBatch extends RecordBatch {
  skipped: SkippedLine[]
}

/** Whether a header cell is a word that the reader of this kind of table knows. */
export type KnownHeader = (cell: string) => boolean

/** Something about a file that a person should know; `line` is 0 where it is about the whole. */
export interface TableNotice {
  line: number
  problem: string
}

export interface Table {
  readonly fileName: string
  readonly format: 'csv' | 'xlsx' | 'xls' | 'ods'
  /** WHATWG label; of a workbook, `utf-8`. */
  readonly encoding: string
  /** Null for workbooks. */
  readonly delimiter: string | null
  /** The sheet of a workbook that is read; null for text files and for workbooks whose sheets have no names. */
  readonly sheet: string | null
  /** All sheets of a workbook that hold something. */
  readonly sheets: readonly string[]
  /** 1-based line of the header; 0 where the file has none. */
  readonly headerLine: number
  /** As written, blanks at their ends taken off; `Column 3` where the header cell is blank or there is no header. */
  readonly headers: readonly string[]
  /**
   * Words standing above the header cells, reaching over several columns (`Instagram` above `Handle, Followers`); blank where there are
   * none.
   */
  readonly groups: readonly string[]
  /** What stands above the header and its groups, in one line; blank where nothing does. */
  readonly title: string
  /** How many cells the header has, blank ones included; null where there is no header. */
  readonly headerWidth: number | null
  /** The first rows below the header. */
  readonly sample: RecordBatch
  /** Size in bytes and how many of them have been read by the running `rows()`. */
  readonly size: number
  bytesRead(): number
  /** What was found out of order by the last `rows()` that went through to the end. */
  notices(): TableNotice[]
  /** Every row below the header from the start: rows of the table, and lines left out with the reason. */
  rows(): AsyncGenerator<RowBatch>
  /** Every record below the header as it stands, blank ones too: for files in which also `Total` or a remark is a row. */
  records(): AsyncGenerator<RecordBatch>
}
