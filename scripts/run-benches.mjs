import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { endTogether, run } from './lib/children.mjs'
import { root } from './lib/places.mjs'

endTogether()
const folder = join(root, 'tests', 'bench')
// What begins with -- and whatever follows it is for the benches themselves.
const given = process.argv.slice(2)
const firstOption = given.findIndex((word) => word.startsWith('--'))
const wanted = firstOption === -1 ? given : given.slice(0, firstOption)
const options = firstOption === -1 ? [] : given.slice(firstOption)
const benches = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.bench.ts'))
      .toSorted()
  : []
const chosen = benches.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
if (chosen.length === 0) {
  console.error(`There is no such bench. There are: ${benches.map((name) => name.replace('.bench.ts', '')).join(', ') || 'none'}.`)
  process.exit(2)
}
const failed = []
for (const name of chosen) {
  // One process each, so that none runs in what another has left in memory.
  const { code } = await run(process.execPath, ['--expose-gc', join(folder, name), ...options], { cwd: root, stdio: 'inherit' })
  if (code !== 0) failed.push(name)
}
if (failed.length > 0) {
  console.error(`These ended with an error: ${failed.join(', ')}.`)
  process.exit(1)
}
