import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loopback } from '#src/shared/loopback.ts'

/** What nobody can guess: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A folder that only this user can look into. */
export function privateFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'troupe-transfers-'))
}

export function addressOf(port: number, token: string): string {
  return `http://127.0.0.1:${port}/#${loopback.fragmentKey}=${token}`
}
