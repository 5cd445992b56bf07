import { join } from 'node:path'
import { expect, test } from 'vitest'
import { logging, scriptProject } from './script-project.ts'

/** A project whose builder copies the text of src/a.ts into the build. */
function projectWithBuilder() {
  const project = scriptProject()
  project.write('src/a.ts', 'one')
  project.write(
    'node_modules/electron-vite/bin/electron-vite.js',
    logging(
      join(project.folder, 'builds.log'),
      `
    const { mkdirSync, readFileSync, writeFileSync } = require('node:fs')
    const text = readFileSync('src/a.ts', 'utf8')
    mkdirSync(process.env.TROUPE_BUILD_INTO + '/main', { recursive: true })
    writeFileSync(process.env.TROUPE_BUILD_INTO + '/main/a.js', text)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    if (text === 'broken') { console.error('src/a.ts: no such thing'); process.exit(1) }`,
    ),
  )
  return { ...project, build: () => project.call('lib/build.mjs', 'ensureBuilt((line) => console.log(line))') }
}

test('sources are built once, and again when their content changes', async () => {
  const project = projectWithBuilder()
  expect(await project.build()).toMatchObject({ code: 0, out: 'Building …\ntrue\n' })
  expect(await project.build()).toMatchObject({ code: 0, out: 'true\n' })
  project.write('src/a.ts', 'one')
  expect(await project.build()).toMatchObject({ code: 0, out: 'true\n' })
  expect(project.runs('builds.log')).toBe(1)
  project.write('src/a.ts', 'two')
  expect(await project.build()).toMatchObject({ code: 0, out: 'Building …\ntrue\n' })
  expect(project.read('out/main/a.js')).toBe('two')
})

test('a build that fails says why, and leaves the last one in place', async () => {
  const project = projectWithBuilder()
  await project.build()
  project.write('src/a.ts', 'broken')
  expect((await project.build()).out).toMatch(/src\/a\.ts: no such thing\nThe build failed.*\nfalse\n$/s)
  expect(project.read('out/main/a.js')).toBe('one')
})

test('two that need a build at once build once', async () => {
  const project = projectWithBuilder()
  expect((await Promise.all([project.build(), project.build(), project.build()])).map(({ code }) => code)).toEqual([0, 0, 0])
  expect(project.runs('builds.log')).toBe(1)
})
