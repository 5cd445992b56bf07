import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../lib/children.mjs'
import { environment } from '../lib/node.mjs'
import { cacheFolder, modules, root } from '../lib/places.mjs'

/** Runs the tests of one project of vitest.config.ts and counts each of them. No test at all is a failure, and so is an end without a report.
 *  @param {string} project @param {string} title @param {import('./tally.mjs').Tally} tally @param {{ patterns: string[], env?: Record<string, string> }} options */
export async function runVitest(project, title, tally, { patterns, env = {} }) {
  console.log(`\n${title[0].toUpperCase()}${title.slice(1)}`)
  const report = join(cacheFolder, `tests-${project}.json`)
  mkdirSync(cacheFolder, { recursive: true })
  rmSync(report, { force: true })
  const args = [
    join(modules, 'vitest', 'vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    `--reporter=${join(root, 'scripts', 'test', 'counting-reporter.mjs')}`,
    ...(patterns.length > 0 ? ['--passWithNoTests', ...patterns] : []),
  ]
  const { code } = await run(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: environment({ TROUPE_TEST_REPORT: report, TROUPE_TEST_BUILT: '1', TROUPE_CONFIG: join(cacheFolder, 'test-config'), ...env }),
  })
  const counted = read(report)
  if (!counted) return tally.fail(title, `ended with ${code} before they could be counted`)
  tally.pass(counted.passed)
  for (const { name, reason } of counted.failures) tally.fail(name, reason)
  for (const what of counted.skips) tally.skip(what)
  if (counted.passed + counted.failures.length + counted.skips.length === 0 && patterns.length === 0) tally.fail(title, 'there are none')
  if (code !== 0 && counted.failures.length === 0) tally.fail(title, `ended with ${code} although no test failed`)
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}
