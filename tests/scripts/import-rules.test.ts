import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const root = join(import.meta.dirname, '../..')
const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] }

/** For each rule a file that breaks it, and nothing but it. */
const offences: Record<string, [path: string, importing: string]> = {
  'domain-imports-nothing': ['src/shared/domain/bad.ts', '../contract/fine.ts'],
  'contract-imports-domain': ['src/shared/contract/bad.ts', '../fine.ts'],
  'shared-imports-shared': ['src/shared/bad.ts', '../main/engine/fine.ts'],
  'engine-imports-shared': ['src/main/engine/bad.ts', '../doors/fine.ts'],
  'doors-import-engine': ['src/main/doors/bad.ts', '../shell/fine.ts'],
  'shell-imports-doors': ['src/main/shell/bad.ts', '../engine/fine.ts'],
  'renderer-imports-shared': ['src/renderer/bad.ts', '../main/doors/fine.ts'],
  'signing-page-imports-signing': ['src/signing-page/bad.ts', '../main/engine/fine.ts'],
  'preload-imports-shared': ['src/preload/bad.ts', '../main/engine/fine.ts'],
  'electron-in-the-shell': ['src/main/engine/electron.ts', 'electron'],
  'no-node-in-the-window': ['src/renderer/node.ts', 'node:fs'],
  'feature-front-doors': ['src/main/engine/payouts/bad.ts', '../clients/procedures.ts'],
  'engine-base-below-features': ['src/main/engine/db/bad.ts', '../clients/queries.ts'],
  'window-parts-below-features': ['src/renderer/ui/bad.ts', '../features/clients/fine.ts'],
  'bench-and-tests-stay-out': ['src/main/tested.ts', '../../tests/support/fine.ts'],
  'no-circles': ['src/shared/domain/one.ts', './two.ts'],
  resolvable: ['src/shared/domain/lost.ts', './nowhere.ts'],
  'shipped-dependencies': ['src/main/engine/dev.ts', 'vitest'],
}
const harmless = [
  'src/shared/fine.ts',
  'src/shared/contract/fine.ts',
  'src/main/engine/fine.ts',
  'src/main/doors/fine.ts',
  'src/main/shell/fine.ts',
  'src/main/engine/clients/procedures.ts',
  'src/main/engine/clients/queries.ts',
  'src/renderer/features/clients/fine.ts',
  'tests/support/fine.ts',
]

interface Report {
  summary: { violations: { from: string; rule: { name: string } }[] }
}

function violationsIn(files: Record<string, string>): [rule: string, file: string][] {
  const folder = temporaryFolder()
  for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) cpSync(join(root, name), join(folder, name))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  // Its exit code counts the violations, so it is told to report them as a plain result.
  const output = execFileSync(process.execPath, [cruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'tests'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return (JSON.parse(output) as Report).summary.violations.map(({ from, rule }) => [rule.name, from])
}

test('every import rule finds what breaks it, and nothing else', () => {
  const bad = Object.fromEntries(
    Object.values(offences).map(([path, importing]) => [path, `import * as it from '${importing}'\nexport const used = it\n`]),
  )
  const found = violationsIn({
    ...Object.fromEntries(harmless.map((path) => [path, 'export const fine = 1\n'])),
    ...bad,
    'src/shared/domain/two.ts': "import { used } from './one.ts'\nexport const two = used\n",
  })
  const circle = found.filter(([rule]) => rule === 'no-circles').map(([, file]) => file)
  expect(circle.toSorted()).toEqual(expect.arrayContaining(['src/shared/domain/one.ts']))
  const wanted = Object.entries(offences)
    .filter(([rule]) => rule !== 'no-circles')
    .map(([rule, [path]]) => `${rule}: ${path}`)
  expect(
    found
      .filter(([rule]) => rule !== 'no-circles')
      .map((pair) => pair.join(': '))
      .toSorted(),
  ).toEqual(wanted.toSorted())
})

test('every import rule has a file that breaks it', () => {
  expect(Object.keys(offences).toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted())
})
