import type { z } from 'zod'
import type { ErrorCode } from '#src/shared/contract/errors.ts'
import type { CheckReport } from '#src/shared/contract/workspace.ts'

/** What a check in a worker is given. */
export interface CheckTask {
  folder: string
}

/** What it says meanwhile and in the end. */
export type CheckMessage =
  | { kind: 'progress'; share: number; note: string }
  | { kind: 'done'; report: z.infer<typeof CheckReport> }
  | { kind: 'failed'; code: ErrorCode; message: string }
