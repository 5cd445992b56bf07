import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { keyFileSecrets } from '#src/main/doors/key-file-secrets.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const secret = new TextEncoder().encode('a signing key')

test('what is sealed opens again, is not readable in between, and the key is for this user alone', async () => {
  const file = join(temporaryFolder(), 'mine', 'sealing.key')
  const sealed = await keyFileSecrets(file).seal(secret)
  expect(Buffer.from(sealed, 'base64').includes('a signing key')).toBe(false)
  expect(Buffer.from(await keyFileSecrets(file).unseal(sealed)).toString()).toBe('a signing key')
  expect([statSync(file).mode & 0o777, statSync(file).size, readdirSync(join(file, '..'))]).toEqual([0o600, 32, ['sealing.key']])
})

test('another key, a changed byte or none at all: the key is locked, and nothing else is said', async () => {
  const [mine, other] = [join(temporaryFolder(), 'sealing.key'), join(temporaryFolder(), 'sealing.key')]
  const sealed = await keyFileSecrets(mine).seal(secret)
  await keyFileSecrets(other).seal(secret)
  const changed = Buffer.from(sealed, 'base64')
  changed[20] = (changed[20] ?? 0) ^ 1
  await expect(keyFileSecrets(other).unseal(sealed)).rejects.toMatchObject({ code: 'SIGNING_KEY_LOCKED' })
  await expect(keyFileSecrets(mine).unseal(changed.toString('base64'))).rejects.toMatchObject({ code: 'SIGNING_KEY_LOCKED' })
  await expect(keyFileSecrets(join(temporaryFolder(), 'none.key')).unseal(sealed)).rejects.toMatchObject({ code: 'SIGNING_KEY_LOCKED' })
})

test('processes that make the key at the same moment share the first one', async () => {
  const file = join(temporaryFolder(), 'sealing.key')
  const module = fileURLToPath(new URL('../../src/main/doors/key-file-secrets.ts', import.meta.url))
  const script = `import { keyFileSecrets } from ${JSON.stringify(module)}; console.log(await keyFileSecrets(${JSON.stringify(file)}).seal(new TextEncoder().encode('a signing key')))`
  const seal = () =>
    new Promise<string>((resolve) => {
      let out = ''
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
        .once('close', () => resolve(out.trim()))
        .stdout?.on('data', (part) => {
          out += String(part)
        })
    })
  const sealed = await Promise.all([seal(), seal(), seal(), seal()])
  for (const text of sealed) expect(Buffer.from(await keyFileSecrets(file).unseal(text)).toString()).toBe('a signing key')
  expect(readFileSync(file)).toHaveLength(32)
})

test.runIf(process.platform === 'linux')('a place where the system keeps no files is refused at once', async () => {
  await expect(keyFileSecrets('/proc/troupe/settings/sealing.key').seal(secret)).rejects.toMatchObject({
    code: expect.stringMatching(/^(READ_ONLY|FILE_UNWRITABLE)$/),
  })
})
