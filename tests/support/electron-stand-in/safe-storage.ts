import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from './app.ts'

/** A keychain for tests: a key beside the user data. `TROUPE_STAND_IN_KEYCHAIN=none` is a computer without one. */
export const safeStorage = {
  getSelectedStorageBackend: () => (hasKeychain() ? 'gnome_libsecret' : 'basic_text'),
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    app.mustBeReady('safeStorage')
    return hasKeychain()
  },
  async encryptStringAsync(text: string): Promise<Buffer> {
    app.mustBeReady('safeStorage')
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key(), iv)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), sealed])
  },
  async decryptStringAsync(bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    app.mustBeReady('safeStorage')
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28))
    return { result: Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'), shouldReEncrypt: false }
  },
}

function hasKeychain(): boolean {
  return process.env.TROUPE_STAND_IN_KEYCHAIN !== 'none'
}

function key(): Buffer {
  const file = join(app.getPath('userData'), 'stand-in-keychain')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32))
  return readFileSync(file)
}
