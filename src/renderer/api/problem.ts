import { codeOf, errorCodes, type ErrorCode } from '#src/shared/contract/errors.ts'

/** A failure as a person sees it. */
export interface Problem {
  code: ErrorCode
  message: string
}

/** Every failure of the engine already says what happened and what to do; what is not from the engine becomes INTERNAL. */
export function problemOf(error: unknown): Problem {
  const code = codeOf(error)
  const isFromEngine = code !== 'INTERNAL' || (error as { code?: unknown } | null)?.code === 'INTERNAL'
  // The desktop's shell rejects with a plain object, which is no Error.
  const message: unknown = isFromEngine ? (error as { message?: unknown }).message : null
  return { code, message: typeof message === 'string' && message !== '' ? message : errorCodes[code] }
}
