import { join } from 'node:path'
import { expect, test } from 'vitest'
import { logging, oldNode, scriptProject } from './script-project.ts'

const lock = (integrity: string) => JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0', integrity } } })

function projectWithNpm(npm: string) {
  const project = scriptProject()
  project.write('node_modules/.npm/npm-cli.js', logging(join(project.folder, 'npm.log'), npm))
  const install = () =>
    project.call('lib/install.mjs', 'ensureInstalled((line) => console.log(line))', {
      npm_execpath: join(project.folder, 'node_modules/.npm/npm-cli.js'),
      npm_node_execpath: process.execPath,
    })
  return { ...project, install }
}

const installs = `require('node:fs').writeFileSync(process.cwd() + '/node_modules/.package-lock.json', ${JSON.stringify(lock('sha512-a'))})`

test('nothing is installed where everything is as the lock file says, packages for other systems aside', async () => {
  const project = projectWithNpm(installs)
  expect(await project.install()).toMatchObject({ code: 0, out: '' })
  expect(project.runs('npm.log')).toBe(0)
})

test.each([
  ['nothing is installed', null],
  ['a package has another content', lock('sha512-b')],
  ['a package is missing', JSON.stringify({ packages: {} })],
  [
    'a package is there that the lock file does not have',
    JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' }, 'node_modules/b': { version: '1.0.0' } } }),
  ],
  ['the record is broken', '{'],
])('npm ci runs once when %s', async (_what, present) => {
  const project = projectWithNpm(installs)
  project.write('node_modules/.package-lock.json', present ?? '')
  expect(await project.install()).toMatchObject({ code: 0, out: 'Installing packages …\n' })
  expect(await project.install()).toMatchObject({ code: 0, out: '' })
  expect(project.read('npm.log')).toMatch(/^ci /)
  expect(project.runs('npm.log')).toBe(1)
})

test("a failed installation ends with npm's words and what to do", async () => {
  const project = projectWithNpm('console.error("npm error network"); process.exit(1)')
  project.write('node_modules/.package-lock.json', '{}')
  const { code, err } = await project.install()
  expect(code).toBe(1)
  expect(err).toMatch(/npm error network\nThe packages could not be installed .*try again\./)
})

test('two that need an installation at once install once', async () => {
  const project = projectWithNpm(`Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500); ${installs}`)
  project.write('node_modules/.package-lock.json', '{}')
  expect((await Promise.all([project.install(), project.install(), project.install()])).map(({ code }) => code)).toEqual([0, 0, 0])
  expect(project.runs('npm.log')).toBe(1)
})

test('a turn whose holder has died is taken over', async () => {
  const project = projectWithNpm(installs)
  project.write('node_modules/.package-lock.json', '{}')
  project.write('.cache/install.turn', '999999999')
  expect((await project.install()).code).toBe(0)
})

test('where there is only an old Node, one sentence says which is needed', async () => {
  const project = scriptProject()
  for (const script of ['start.mjs', 'troupe.mjs', 'test.mjs', 'bench.mjs']) {
    const { code, err } = await project.node([...oldNode, `scripts/${script}`])
    expect([script, code]).toEqual([script, 1])
    expect(err).toMatch(/^Troupe needs Node 22 or later, but this is Node 20\.20\.0 .*\.\n$/)
  }
})
