import type { ErrorCode } from '#src/shared/contract/errors.ts'
import type { Paper, PaperJob } from '../../documents/contract/drawAndSign.ts'

/** What a worker for contract PDFs is told: a job, and the time stamps it asks for meanwhile. */
export type ToPaperWorker = { kind: 'job'; job: PaperJob; isStamped: boolean } | { kind: 'stamp'; token: Uint8Array } | { kind: 'no stamp' }

/** What it says. */
export type FromPaperWorker =
  | { kind: 'done'; paper: Paper }
  | { kind: 'stamp'; signature: Uint8Array }
  | { kind: 'failed'; code: ErrorCode; message: string }
