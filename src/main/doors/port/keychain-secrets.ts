import type { Secrets } from '../../engine/ports.ts'

const mark = 'keychain:'

/** Seals with the shell's keychain, and still opens what the key file sealed, because the command line has no keychain. What the keychain
 *  sealed opens on the desktop alone. */
export function keychainSecrets(keychain: Secrets, keyFile: Secrets): Secrets {
  return {
    seal: async (secret) => mark + await keychain.seal(secret),
    unseal: (sealed) => (sealed.startsWith(mark) ? keychain.unseal(sealed.slice(mark.length)) : keyFile.unseal(sealed)),
  }
}
