import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const root = join(import.meta.dirname, '../..')

interface Counted {
  passed: number
  failures: { name: string; reason: string }[]
  skips: string[]
}

/** Runs a test file of its own under the counting reporter. */
function count(text: string): Counted {
  const folder = temporaryFolder()
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'a.test.ts'), text)
  const report = join(folder, 'report.json')
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--root',
    folder,
    `--reporter=${join(root, 'scripts/test/counting-reporter.mjs')}`,
  ]
  spawnSync(process.execPath, args, { cwd: folder, env: { ...process.env, TROUPE_TEST_REPORT: report, VITEST: undefined } })
  return JSON.parse(readFileSync(report, 'utf8')) as Counted
}

test('passed, failed and skipped tests are counted, and skips name the group that says why', () => {
  const counted = count(`
    import { describe, expect, test } from 'vitest'
    test('passes', () => expect(1).toBe(1))
    test('fails', () => expect(1).toBe(2))
    test.skip('is left out', () => undefined)
    test('skips itself', ({ skip }) => skip('no disk here'))
    describe.runIf(false)('needs a moon (none here)', () => {
      describe('within', () => { test('one', () => undefined) })
      test('two', () => undefined)
    })`)
  expect(counted).toEqual({
    passed: 1,
    failures: [{ name: 'a.test.ts: fails', reason: expect.stringContaining('expected 1 to be 2') }],
    skips: [
      'a.test.ts: is left out',
      'a.test.ts: skips itself (no disk here)',
      'a.test.ts: needs a moon (none here)',
      'a.test.ts: needs a moon (none here)',
    ],
  })
})

test.each([
  ['a file that cannot be loaded', "import './nowhere.ts'", 'a.test.ts'],
  [
    'a hook that fails',
    "import { beforeAll, describe, test } from 'vitest'\ndescribe('group', () => { beforeAll(() => { throw new Error('no ground') }); test('never runs', () => undefined) })",
    'a.test.ts group',
  ],
  [
    'an error outside any test',
    "import { test } from 'vitest'\ntest('starts', async () => { setTimeout(() => { throw new Error('late') }, 0); await new Promise((r) => setTimeout(r, 50)) })",
    'outside any test',
  ],
])('%s is a failure', (_what, text, name) => {
  expect(count(text).failures).toContainEqual({ name, reason: expect.any(String) })
})
