import type { GrantedFile, GrantedPlace } from '#src/shared/shell.ts'

/** What the main process asks of the engine process. */
export type EngineQuestions = {
  /** Opens the workspace; asked once, first. Raises what `openEngine` raises, and the process then ends. */
  open: { input: Opening; answer: null }
  /** Serves the port that comes along. */
  serve: { input: null; answer: null }
  /** A grant for a file that a person chose. Raises FILE_MISSING and its kin. */
  grantToRead: { input: { path: string }; answer: GrantedFile }
  grantToWrite: { input: { path: string }; answer: GrantedPlace }
  /** The folder of a workspace that the window got a grant to open. Raises GRANT_UNKNOWN. */
  grantedWorkspace: { input: { grant: string }; answer: { folder: string } }
  /** Closes the workspace; the process then ends by itself. */
  close: { input: null; answer: null }
}

export interface Opening {
  folder: string
  /** Makes a workspace where there is none. */
  create: boolean
  appVersion: string
  /** The folder of resources/, which lies elsewhere once the application is packed. */
  resources: string
  /** Whether the main process has a keychain that keeps secrets; a key file does it otherwise. */
  hasKeychain: boolean
}

/** What the engine process asks of the main process. */
export type ShellQuestions = {
  seal: { input: { secret: Uint8Array }; answer: string }
  /** Raises SIGNING_KEY_LOCKED when this machine's keychain did not seal it. */
  unseal: { input: { sealed: string }; answer: Uint8Array }
}
