import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { logging, scriptProject, type ScriptProject } from './script-project.ts'

interface Found {
  path?: string
  reason?: string
}

/** A package "electron" whose installer does what the test says. */
function electron(installer: string): ScriptProject {
  const project = scriptProject()
  project.write('node_modules/electron/package.json', '{"version":"45.0.0"}')
  project.write('node_modules/electron/install.js', logging(join(project.folder, 'installs.log'), installer))
  return project
}

async function find(project: ScriptProject, options = ''): Promise<Found> {
  const { out, err, code } = await project.call('lib/electron.mjs', `findElectron({ say: () => undefined, stallMs: 1500, ${options} })`)
  if (code !== 0) throw new Error(err)
  return JSON.parse(out) as Found
}

/** What the real installer leaves: a program, its version, and where it lies. */
const installs = (program: string) => `
  const { mkdirSync, writeFileSync } = require('node:fs')
  mkdirSync(__dirname + '/dist')
  writeFileSync(__dirname + '/dist/version', 'v45.0.0')
  writeFileSync(__dirname + '/dist/electron', ${JSON.stringify(`#!/bin/sh\n${program}\n`)}, { mode: 0o755 })
  writeFileSync(__dirname + '/path.txt', 'electron')`

// The stand-in for the program is a shell script.
describe.skipIf(process.platform === 'win32')('finding Electron (where shell scripts run)', () => {
  test('a program that can be fetched is fetched once', async () => {
    const project = electron(installs('exit 0'))
    expect(await find(project)).toEqual({ path: join(project.folder, 'node_modules/electron/dist/electron') })
    expect(await find(project)).toEqual({ path: join(project.folder, 'node_modules/electron/dist/electron') })
    expect(project.runs('installs.log')).toBe(1)
  })

  test('a host that cannot be reached is one line, remembered for the next start, and asked again when a person wants it', async () => {
    const project = electron('console.error("TypeError: fetch failed\\n    at node:internal"); process.exit(1)')
    const reason = 'Electron could not be fetched (the download host cannot be reached)'
    expect(await find(project)).toEqual({ reason })
    expect(await find(project)).toEqual({ reason })
    expect(project.runs('installs.log')).toBe(1)
    expect(await find(project, 'again: true')).toEqual({ reason })
    expect(project.runs('installs.log')).toBe(2)
  })

  test('a host that stalls is given up, and its installer ended', async () => {
    const project = electron(
      `require('node:fs').writeFileSync(__dirname + '/pid', String(process.pid)); setInterval(() => undefined, 1000)`,
    )
    expect((await find(project)).reason).toBe('Electron could not be fetched (the download host did not answer for 1.5 s)')
    expect(() => process.kill(Number(project.read('node_modules/electron/pid')), 0)).toThrow('ESRCH')
  })

  test('a download that goes on slowly is waited for', async () => {
    const slowly = `
      const { appendFileSync } = require('node:fs')
      let parts = 0
      const timer = setInterval(() => {
        appendFileSync(require('node:os').tmpdir() + '/electron.zip', 'x')
        if (++parts < 8) return
        clearInterval(timer)
        ${installs('exit 0')}
      }, 400)`
    expect(await find(electron(slowly))).toHaveProperty('path')
  })

  test('a program that is there but lacks a system library is not used, and says which', async () => {
    const project = electron(
      installs('echo "electron: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2; exit 127'),
    )
    expect((await find(project)).reason).toBe(
      'Electron is here but does not run (error while loading shared libraries: libnss3.so: cannot open shared object file)',
    )
  })

  test('an installer that ends without a program is a failure', async () => {
    expect((await find(electron(''))).reason).toBe('Electron could not be fetched (its files are incomplete)')
  })
})
