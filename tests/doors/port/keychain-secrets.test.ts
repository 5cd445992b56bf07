import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keyFileSecrets } from '#src/main/doors/key-file-secrets.ts'
import { keychainSecrets } from '#src/main/doors/port/keychain-secrets.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

const secret = new TextEncoder().encode('a signing key')

function stores() {
  const folder = temporaryFolder()
  const keyFile = keyFileSecrets(join(folder, 'mine', 'sealing.key'))
  const keychain = keyFileSecrets(join(folder, 'keychain', 'stands-in-for-a-keychain.key'))
  return { keyFile, desktop: keychainSecrets(keychain, keyFile) }
}

test('the desktop opens what it sealed itself and what the command line sealed', async () => {
  const { keyFile, desktop } = stores()
  expect(Buffer.from(await desktop.unseal(await desktop.seal(secret)))).toEqual(Buffer.from(secret))
  expect(Buffer.from(await desktop.unseal(await keyFile.seal(secret)))).toEqual(Buffer.from(secret))
})

test('the command line cannot open what the keychain sealed, and says so', async () => {
  const { keyFile, desktop } = stores()
  await keyFile.seal(secret)
  await expect(keyFile.unseal(await desktop.seal(secret))).rejects.toMatchObject({ code: 'SIGNING_KEY_LOCKED' })
})
