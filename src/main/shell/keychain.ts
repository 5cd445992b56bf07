import { safeStorage } from 'electron'
import { raise } from '#src/shared/contract/errors.ts'
import type { Keychain } from '../doors/port/keychain-secrets.ts'

/** Whether the operating system keeps secrets for us. Chromium's `basic_text` is no keychain: its password is the same everywhere. */
export async function hasKeychain(): Promise<boolean> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false
  return safeStorage.isAsyncEncryptionAvailable()
}

/** Seals under a key in the keychain of the person who is logged in. */
export const keychain: Keychain = {
  async seal(secret) {
    const sealed = await safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64'))
    return sealed.toString('base64')
  },
  async unseal(sealed) {
    const opened = await safeStorage
      .decryptStringAsync(Buffer.from(sealed, 'base64'))
      .catch(() =>
        raise('SIGNING_KEY_LOCKED', 'The signing key was sealed in the keychain of another machine or user and cannot be opened here.'),
      )
    return Buffer.from(opened.result, 'base64')
  },
}
