import type { Secrets } from '../../engine/ports.ts'

/** What the shell's keychain does for the engine. */
export type Keychain = Secrets

const mark = 'keychain:'

/** Seals with the shell's keychain, and still opens what the key file sealed, because the command line has no keychain. What the keychain
 *  sealed opens on the desktop alone. */
export function keychainSecrets(keychain: Keychain, keyFile: Secrets): Secrets {
  return {
    seal: async (secret) => mark + (await keychain.seal(secret)),
    unseal: (sealed) => (sealed.startsWith(mark) ? keychain.unseal(sealed.slice(mark.length)) : keyFile.unseal(sealed)),
  }
}
