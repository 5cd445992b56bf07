import type { Worker } from 'node:worker_threads'

/** What the engine needs from the world, handed in by whoever starts it. */
export interface Clock {
  /** The instant, UTC ISO text. */
  now(): string
  /** The calendar day where the person sits, `YYYY-MM-DD`. */
  today(): string
}

/** Makes UUIDv7 text, rising with time. */
export type NewId = () => string

/** Keeps private keys from being read where they lie. Electron's keychain on the desktop, a key file of the user's elsewhere. */
export interface Secrets {
  seal(secret: Uint8Array): Promise<string>
  /** Raises SIGNING_KEY_LOCKED when this machine or user cannot open it. */
  unseal(sealed: string): Promise<Uint8Array>
}

/** Starts a worker thread for one heavy job; handed in because built bundles and sources name their workers differently. */
export type StartWorker = (name: WorkerName, data: unknown) => Worker
export type WorkerName = 'import-creators' | 'render-contracts' | 'check-workspace' | 'read-pdf'

export interface NetworkRequest {
  /** http or https. */
  url: string
  method: 'GET' | 'POST'
  contentType?: string
  body?: Uint8Array
  /** A larger answer is refused. */
  mostBytes: number
  signal?: AbortSignal
}

/** The one way out to the network. Used for time stamps, and the revocation data of whoever made them, while a person has turned them on
 *  in the settings; never for anything else. */
export interface Network {
  send(request: NetworkRequest): Promise<Uint8Array>
}

export interface EnginePorts {
  clock: Clock
  network: Network
  newId: NewId
  secrets: Secrets
  startWorker: StartWorker
  /** Folder of resources/: contract clauses, benchmark sets, platforms. */
  resources: string
  /** The built page that counterparties sign on, still to be filled. */
  signingPage: string
  appVersion: string
}
