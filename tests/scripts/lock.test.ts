import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const root = join(import.meta.dirname, '../..')

function complete(lock: object): { out: string; lock: { packages: Record<string, unknown> } } {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'scripts/lib'), { recursive: true })
  cpSync(join(root, 'scripts/lib'), join(folder, 'scripts/lib'), { recursive: true })
  cpSync(join(root, 'scripts/complete-lock.mjs'), join(folder, 'scripts/complete-lock.mjs'))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
  const out = execFileSync(process.execPath, [join(folder, 'scripts/complete-lock.mjs')], { encoding: 'utf8' })
  return { out, lock: JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { packages: Record<string, unknown> } }
}

test('the lock file names every build for every system, or npm would refuse it on a fresh machine', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as object
  expect(complete(lock).out).toBe('The lock file is complete.\n')
})

test('builds for other systems that npm left out are put back, with what they run on', () => {
  const { lock } = complete({
    packages: {
      '': {},
      'node_modules/tool': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { 'tool-darwin-arm64': '1.0.0', 'tool-linux-x64-musl': '1.0.0', 'tool-linux-x64-gnu': '1.0.0' },
      },
      'node_modules/tool-linux-x64-gnu': { version: '1.0.0', optional: true },
    },
  })
  expect(lock.packages).toMatchObject({
    'node_modules/tool-darwin-arm64': { version: '1.0.0', dev: true, optional: true, os: ['darwin'], cpu: ['arm64'] },
    'node_modules/tool-linux-x64-musl': { version: '1.0.0', optional: true, libc: ['musl'], os: ['linux'], cpu: ['x64'] },
    'node_modules/tool-linux-x64-gnu': { version: '1.0.0', optional: true },
  })
})
