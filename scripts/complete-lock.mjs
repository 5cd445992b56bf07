import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/places.mjs'

// After "npm install": node scripts/complete-lock.mjs. Where the registry lacks the builds of some package for other systems, npm leaves them out of
// the lock file, and "npm ci" then refuses the whole file. This puts them back in: on their own systems they are fetched where they can be had.
const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = missingIn(lock.packages)
for (const { path, version, name, dev } of missing)
  lock.packages[path] = { version, ...(dev && { dev }), optional: true, ...systemOf(name) }
const [own, ...others] = Object.entries(lock.packages)
lock.packages = Object.fromEntries([own, ...others.toSorted(([a], [b]) => (a < b ? -1 : 1))])
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(missing.length === 0 ? 'The lock file is complete.' : `Added ${missing.length} packages for other systems.`)

/** The optional dependencies, each of one exact version, that no entry stands for. */
function missingIn(packages) {
  const wanted = Object.entries(packages).flatMap(([from, { optionalDependencies, dev }]) =>
    Object.entries(optionalDependencies ?? {})
      .filter(([name]) => !isThere(packages, from, name))
      .map(([name, version]) => ({ path: `node_modules/${name}`, version, name, dev })),
  )
  const inexact = wanted.find(({ version }) => !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version))
  if (inexact) throw new Error(`${inexact.name} is wanted as ${inexact.version}, which is not one version; lock it by hand.`)
  return wanted
}

/** Whether `name` is found from the folder `from`, as Node looks for it. */
function isThere(packages, from, name) {
  const folders = from
    .split('/node_modules/')
    .map((_, at, parts) => parts.slice(0, at + 1).join('/node_modules/'))
    .filter(Boolean)
  return [`node_modules/${name}`, ...folders.map((folder) => `${folder}/node_modules/${name}`)].some((path) => packages[path]?.version)
}

/** What such a package runs on, which its name says. */
function systemOf(name) {
  const [, os, cpu, abi] =
    /(darwin|linux|win32|android|freebsd|openharmony|sunos|netbsd|openbsd)-(x64|ia32|arm64|arm|ppc64|riscv64|s390x|loong64)(?:-(\w+))?$/.exec(
      name,
    ) ?? []
  if (!os) return {}
  return { ...(os === 'linux' && abi && { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] }), os: [os], cpu: [cpu] }
}
