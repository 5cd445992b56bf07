import type { z } from 'zod'
import type { ImportMapping, ImportPreview, ImportReport } from '#src/shared/contract/creators.ts'

export type Preview = z.infer<typeof ImportPreview>
export type Report = z.infer<typeof ImportReport>
export type Mapping = z.infer<typeof ImportMapping>

/** What a person may change about how a file is read. */
export interface Reading {
  mapping?: Mapping
  platform?: string
  /** The sheet of a workbook. */
  sheet?: string
  takenOn: string
}

export const leftOut = 'ignore'
