import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { run } from './children.mjs'
import { environment, newEnoughNode } from './node.mjs'
import { builtFolder, cacheFolder, compiledFolder, modules, root } from './places.mjs'
import { inTurn } from './turns.mjs'

const sources = [
  'src',
  'electron.vite.config.ts',
  'signing-page.build.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'resources',
]
const stampFile = join(builtFolder, 'built-from.txt')
/** Fonts and pictures are told apart by size and time, text by its content. */
const largestTextBytes = 200_000

/** Builds the application where the sources are not those of the last build. The finished build is moved in whole.
 *  @param {(line: string) => void} say @returns {Promise<boolean>} false where the build failed, which has then been said */
export async function ensureBuilt(say) {
  if (!existsSync(join(root, 'src')) || isBuilt(stampOfSources())) return true
  return inTurn('build', async () => {
    const stamp = stampOfSources()
    return isBuilt(stamp) || build(say, stamp)
  })
}

async function build(say, stamp) {
  say('Building …')
  const fresh = join(cacheFolder, 'build')
  const old = join(cacheFolder, 'build-before')
  // What was compiled of the build before is of no more use.
  for (const folder of [fresh, compiledFolder]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  const { code, output } = await run(newEnoughNode(), [join(modules, 'electron-vite', 'bin', 'electron-vite.js'), 'build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment({ TROUPE_BUILD_INTO: relative(root, fresh), NO_COLOR: '1', NODE_ENV: 'production' }),
  })
  if (code !== 0) {
    say(`${output.trimEnd()}\nThe build failed (see above).`)
    return false
  }
  writeFileSync(join(fresh, 'built-from.txt'), stamp)
  rmSync(old, { recursive: true, force: true })
  if (existsSync(builtFolder)) renameSync(builtFolder, old)
  renameSync(fresh, builtFolder)
  rmSync(old, { recursive: true, force: true })
  return true
}

function isBuilt(stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
}

function stampOfSources() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesAt(join(root, source)))) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${relative(root, file)}\0${size}\0`).update(size > largestTextBytes ? String(mtimeMs) : readFileSync(file))
  }
  return hash.digest('hex')
}

function filesAt(place) {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesAt(join(place, name)))
}
