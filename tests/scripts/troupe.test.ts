import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineFlags } from '#src/main/doors/engine-memory.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { logging, scriptProject } from './script-project.ts'

/** A project whose built command line tells where it runs and with what. */
function projectWithCli() {
  const project = scriptProject()
  project.write('out/package.json', '{"type":"module"}')
  project.write(
    'node_modules/electron-vite/bin/electron-vite.js',
    logging(
      join(project.folder, 'builds.log'),
      `
    const { mkdirSync, writeFileSync } = require('node:fs')
    const into = process.env.TROUPE_BUILD_INTO + '/main'
    mkdirSync(into, { recursive: true })
    writeFileSync(into + '/cli.js', 'console.log(JSON.stringify({ cwd: process.cwd(), args: process.argv.slice(2), flags: process.execArgv })); process.exitCode = Number(process.argv[2] ?? 0)')`,
    ),
  )
  return project
}

test('it runs where the person is, whether through npm or by itself, and passes words and exit code on', async () => {
  const project = projectWithCli()
  mkdirSync(join(project.folder, 'lists'))
  const elsewhere = realpathSync(temporaryFolder())
  const throughNpm = await project.run('npm', ['run', '-s', 'troupe', '--', '2', 'a word', '--json', '*'], { cwd: 'lists' })
  expect(throughNpm.code).toBe(2)
  expect(JSON.parse(throughNpm.out)).toEqual({
    cwd: join(project.folder, 'lists'),
    args: ['2', 'a word', '--json', '*'],
    flags: engineFlags,
  })
  const byItself = await project.run(
    'sh',
    ['-c', `cd ${elsewhere} && ${process.execPath} ${join(project.folder, 'scripts/troupe.mjs')} 0`],
    { env: { INIT_CWD: '/nowhere' } },
  )
  expect(JSON.parse(byItself.out)).toMatchObject({ cwd: elsewhere })
})

test('building is told on standard error, so that standard output holds the answer alone', async () => {
  const project = projectWithCli()
  const { out, err } = await project.node(['scripts/troupe.mjs', '0'])
  expect(JSON.parse(out)).toMatchObject({ args: ['0'] })
  expect(err).toBe('Building …\n')
  expect((await project.node(['scripts/troupe.mjs', '0'])).err).toBe('')
  expect(project.runs('builds.log')).toBe(1)
})
