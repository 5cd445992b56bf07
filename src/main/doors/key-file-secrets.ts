import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { raise } from '#src/shared/contract/errors.ts'
import { unwritable } from '../engine/file-errors.ts'
import type { Secrets } from '../engine/ports.ts'
import { makeOwnFolder } from './own-folder.ts'

/** Seals with AES-256-GCM under a key file of this user (mode 600, outside every workspace), for machines without a keychain that we can reach. */
export function keyFileSecrets(file = join(configFolder(), 'sealing.key')): Secrets {
  return {
    async seal(secret) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyIn(file, true), iv)
      const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')
    },
    async unseal(text) {
      const bytes = Buffer.from(text, 'base64')
      try {
        const decipher = createDecipheriv('aes-256-gcm', keyIn(file, false), bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28))
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
      } catch {
        raise('SIGNING_KEY_LOCKED', 'The signing key was made on another machine or by another user and cannot be opened here.')
      }
    },
  }
}

function keyIn(file: string, create: boolean): Buffer {
  if (!existsSync(file) && create) makeKey(file)
  return readFileSync(file)
}

/** Two processes may make the key at once: it appears whole, and the first one counts. */
function makeKey(file: string): void {
  const own = `${file}.${process.pid}`
  try {
    makeOwnFolder(dirname(file))
    writeFileSync(own, randomBytes(32), { mode: 0o600 })
    linkSync(own, file)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw unwritable(`The key file ${file}`, error)
  } finally {
    rmSync(own, { force: true })
  }
}

/** Where the operating system keeps a user's settings of one application. */
export function configFolder(): string {
  if (process.env.TROUPE_CONFIG) return process.env.TROUPE_CONFIG
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'Troupe')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Troupe')
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'troupe')
}
