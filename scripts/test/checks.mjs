import { join } from 'node:path'
import { ensureBuilt } from '../lib/build.mjs'
import { run } from '../lib/children.mjs'
import { environment } from '../lib/node.mjs'
import { modules, root } from '../lib/places.mjs'

const atOnce = 2
/** The same files as the script "format" of package.json writes. */
const formatted = ['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'scripts/**/*.mjs', '*.{ts,cjs}']
const script = (file, ...args) => [join(root, 'scripts', file), ...args]
const tool = (path, ...args) => [join(modules, path), ...args]

/** The longest first, so that the short ones fill the gaps. */
const checks = [
  { name: 'lint with types', args: tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings') },
  { name: 'build', work: buildAll },
  { name: 'type check', args: tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json') },
  {
    name: 'import rules',
    args: tool('dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', 'src', 'tests'),
  },
  { name: 'unused code', args: tool('knip/bin/knip.js', '--no-progress') },
  { name: 'format', args: tool('oxfmt/bin/oxfmt', '--check', ...formatted) },
  { name: 'file sizes', args: script('check.mjs', 'file-sizes') },
  { name: 'table owners', args: script('check.mjs', 'table-owners') },
]

/** Runs every check that is not a test, two at a time, and shows each with its time. @param {import('./tally.mjs').Tally} tally */
export async function runChecks(tally) {
  console.log('Checks')
  const left = [...checks]
  let isBuilt = false
  const worker = async () => {
    for (let check = left.shift(); check; check = left.shift()) {
      const began = Date.now()
      const { isFine, output } = await (check.work ?? runTool)(check)
      console.log(`  ${isFine ? '✓' : '✗'} ${check.name}  ${((Date.now() - began) / 1000).toFixed(1)} s`)
      if (check.work) isBuilt = isFine
      if (isFine) tally.pass()
      else {
        console.log(output.trimEnd())
        tally.fail(check.name, 'see above')
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { isBuilt }
}

async function runTool({ args }) {
  const { code, output } = await run(process.execPath, args, {
    cwd: root,
    env: environment({ NO_COLOR: '1' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { isFine: code === 0, output }
}

async function buildAll() {
  const lines = []
  const isFine = await ensureBuilt((line) => lines.push(line))
  return { isFine, output: lines.join('\n') }
}
