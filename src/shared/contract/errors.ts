/** The closed set of things that can go wrong, as a person sees them. The code survives every door; the sentence says what happened, what was kept and what to do. */
export const errorCodes = {
  BAD_INPUT: 'The request has a value of the wrong type or out of range.',
  NOT_FOUND: 'What was asked for is not in the workspace.',
  CONFLICT: 'The request contradicts what is already in the workspace.',
  UNDO_CONFLICT: 'The change can no longer be undone, because something was changed after it.',
  UNKNOWN_PROCEDURE: 'The contract has no such procedure.',
  CANCELLED: 'The work was cancelled; nothing was written.',
  FILE_MISSING: 'There is no file at that place.',
  FILE_IS_DIRECTORY: 'A folder was given where a file is needed.',
  FILE_UNREADABLE: 'The file cannot be read.',
  FILE_EMPTY: 'The file is empty.',
  FILE_TOO_LARGE: 'The file is larger than Troupe reads.',
  FILE_UNWRITABLE: 'The file cannot be written.',
  FILE_DAMAGED: 'The file is damaged; nothing was taken from it.',
  NOT_A_TABLE: 'The file is not a table of rows and columns.',
  NOT_A_PDF: 'The file is not a PDF, or is damaged beyond reading.',
  PDF_ENCRYPTED: 'The PDF is encrypted.',
  PDF_TOO_HEAVY:
    'The PDF takes more time or memory to read than a document does; nothing was taken from it. Print it into a new PDF and try that.',
  NOT_AN_IMAGE: 'The file is not a PNG or JPEG image.',
  NOT_A_KEY_FILE: 'The file holds no key and certificate that can sign.',
  NOT_A_CAMPAIGN_FILE: 'The file is not a Troupe campaign file.',
  NEWER_VERSION: 'It was written by a newer version of Troupe and was left untouched.',
  GRANT_UNKNOWN: 'The file grant is not known, or has been used up.',
  MAPPING_NEEDED: 'The columns could not be recognised; say what they hold.',
  PLATFORM_NEEDED: 'The file does not say which platform its creators are on.',
  WORKSPACE_MISSING: 'There is no workspace at that place.',
  WORKSPACE_INVALID: 'The place holds something that is not a Troupe workspace.',
  WORKSPACE_NEWER: 'The workspace was written by a newer version of Troupe and was left untouched.',
  WORKSPACE_IN_USE: 'Another Troupe has this workspace open.',
  WORKSPACE_EXISTS: 'There is a workspace at that place already.',
  DISK_FULL: 'The disk is full; nothing was changed.',
  READ_ONLY: 'The place cannot be written to; nothing was changed.',
  MONEY_MISMATCH: 'Amounts in different currencies cannot be added.',
  CONTRACT_INCOMPLETE: 'The contract lacks what its clauses need.',
  SIGNING_KEY_LOCKED: 'The signing key cannot be opened on this machine.',
  PASSPHRASE_NEEDED: 'The signing key is kept under a passphrase, which must be given at each signing.',
  PASSPHRASE_WRONG: 'The passphrase does not fit.',
  CERTIFICATE_EXPIRED: 'The certificate of the signing identity has run out.',
  CERTIFICATE_REVOKED: 'The certificate of the signing identity has been revoked.',
  CLOCK_WRONG: 'The clock of this computer is set wrong; nothing was signed.',
  TIME_STAMP_FAILED: 'The time stamp could not be had; nothing was signed.',
  UNAUTHORISED: 'The caller is not allowed in.',
  ENGINE_STOPPED: 'The engine stopped; it is being started again.',
  INTERNAL: 'Something in Troupe went wrong; nothing was changed.',
} as const

export type ErrorCode = keyof typeof errorCodes

/** An expected failure with a code from the closed set. `data` may hold numbers and names that help to mend it, never secrets. */
export class TroupeError extends Error {
  readonly code: ErrorCode
  readonly data: Record<string, unknown> | undefined

  constructor(code: ErrorCode, message?: string, data?: Record<string, unknown>, options?: ErrorOptions) {
    super(message ?? errorCodes[code], options)
    this.name = 'TroupeError'
    this.code = code
    this.data = data
  }
}

/** Ends the current request with `code` and one sentence a person can act on. */
export function raise(code: ErrorCode, message?: string, data?: Record<string, unknown>): never {
  throw new TroupeError(code, message, data)
}

/** The code of anything thrown, on either side of a door; INTERNAL for what was not expected. */
export function codeOf(error: unknown): ErrorCode {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && Object.hasOwn(errorCodes, code) ? (code as ErrorCode) : 'INTERNAL'
}
