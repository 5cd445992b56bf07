import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scriptProject, type ScriptProject } from './script-project.ts'

const address = 'http://127.0.0.1:4711/#token=never-in-a-list-of-processes'

/** A built command line that serves until it is ended, or refuses. */
const cli = (log: string) => `
  import { appendFileSync } from 'node:fs'
  const [command, ...rest] = process.argv.slice(2)
  appendFileSync(${JSON.stringify(log)}, [command, ...rest].join(' ') + '\\n')
  if (rest.includes('/refused')) {
    console.log(JSON.stringify({ error: { code: 'WORKSPACE_IN_USE', message: 'Another Troupe has this workspace open.' } }))
    process.exitCode = 1
  } else if (command === 'serve') {
    console.log(JSON.stringify({ address: '${address}', workspace: rest[1] }, null, 2))
    const timer = setInterval(() => undefined, 1000)
    process.on('SIGTERM', () => { appendFileSync(${JSON.stringify(log)}, 'served to the end\\n'); clearInterval(timer) })
  }`

/** A browser that speaks over the debugging pipe as Chromium does, and is closed by its person once it has gone where it was sent. */
const browser = (log: string) => `#!${process.execPath}
  const { appendFileSync } = require('node:fs')
  const { Socket } = require('node:net')
  const note = (line) => appendFileSync(${JSON.stringify(log)}, line + '\\n')
  note('args ' + process.argv.slice(2).join(' '))
  const opened = process.argv.find((word) => word.startsWith('--app=')).slice(6)
  const out = new Socket({ fd: 4 })
  const send = (message) => out.write(JSON.stringify(message) + '\\0')
  let rest = ''
  new Socket({ fd: 3 }).on('data', (part) => {
    const messages = (rest + part).split('\\0')
    rest = messages.pop()
    for (const { id, method, params } of messages.map((text) => JSON.parse(text))) {
      if (method === 'Target.setDiscoverTargets') {
        send({ id, result: {} })
        send({ method: 'Target.targetCreated', params: { targetInfo: { targetId: 'other', type: 'background_page', url: opened } } })
        send({ method: 'Target.targetCreated', params: { targetInfo: { targetId: 'ours', type: 'page', url: '' } } })
        send({ method: 'Target.targetInfoChanged', params: { targetInfo: { targetId: 'ours', type: 'page', url: opened } } })
      }
      if (method === 'Target.attachToTarget') send({ id, result: { sessionId: 'session-of-' + params.targetId } })
      if (method === 'Page.navigate') { note('went to ' + params.url); setTimeout(() => process.exit(0), 100) }
    }
  })`

function builtProject(): ScriptProject & { open(args: string[], env?: Record<string, string>): ReturnType<ScriptProject['node']> } {
  const project = scriptProject()
  project.write('out/package.json', '{"type":"module"}')
  project.write('out/main/cli.js', cli(join(project.folder, 'cli.log')))
  project.write('bin/package.json', '{"type":"commonjs"}')
  project.write('bin/browser', browser(join(project.folder, 'browser.log')), 0o755)
  const open = (args: string[], env: Record<string, string> = {}) =>
    project.node(['scripts/open.mjs', ...args], {
      env: {
        TROUPE_BROWSER: join(project.folder, 'bin/browser'),
        XDG_DATA_HOME: join(project.folder, 'data'),
        HOME: project.folder,
        ...env,
      },
    })
  return { ...project, open }
}

// The stand-in for the browser is a script with a first line that Windows does not obey.
describe.skipIf(process.platform === 'win32')('npm start (where scripts can be programs)', () => {
  test('without Electron it opens the window in the browser, keeps the token off the list of processes, and ends with the window', async () => {
    const project = builtProject()
    const { code, out } = await project.open(['--workspace', 'mine'], { DISPLAY: ':0', INIT_CWD: join(project.folder, 'src') })
    expect(code).toBe(0)
    expect(out).toMatch(/^Workspace: .*\/src\/mine\n/)
    expect(out).toContain('the package "electron" is not installed. Troupe opens in browser.')
    const [args, went] = project.read('browser.log').split('\n')
    expect(args).toContain('--app=http://127.0.0.1:4711/opening')
    expect(args).not.toContain('never-in-a-list')
    expect(went).toBe(`went to ${address}`)
    expect(project.read('cli.log')).toBe(`serve --workspace ${join(project.folder, 'src', 'mine')} --create --json\nserved to the end\n`)
  })

  test('where Electron is present it is given the workspace', async () => {
    const project = builtProject()
    project.write('node_modules/electron/package.json', '{"version":"45.0.0"}')
    project.write('node_modules/electron/path.txt', 'electron')
    project.write('node_modules/electron/dist/version', '45.0.0')
    project.write(
      'node_modules/electron/dist/electron',
      `#!/bin/sh\nif [ -z "$ELECTRON_RUN_AS_NODE" ]; then echo "electron $@"; fi\n`,
      0o755,
    )
    const { code, out } = await project.open(['--workspace', '/mine'], { DISPLAY: ':0' })
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`electron (--no-sandbox )?${project.folder} --workspace=/mine\n`))
    expect(project.runs('browser.log')).toBe(0)
    expect((await project.open(['--workspace', '/mine', '--browser'], { DISPLAY: ':0' })).out).toContain('Troupe opens in browser.')
  })

  test('without a display it prints the address and keeps serving until it is ended', async () => {
    const project = builtProject()
    const driver = `
      import { spawn } from 'node:child_process'
      const child = spawn(process.execPath, ['scripts/open.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] })
      child.stdout.on('data', (part) => {
        process.stdout.write(part)
        if (String(part).includes('token=')) setTimeout(() => child.kill('SIGINT'), 300)
      })
      child.on('close', (code) => console.log('ended with', code))`
    const { out } = await project.node(['--input-type=module', '-e', driver], { env: { XDG_DATA_HOME: join(project.folder, 'data') } })
    expect(out).toContain(`Workspace: ${join(project.folder, 'data/troupe/workspace')}`)
    expect(out).toContain(`There is no display here. Open this address in a browser on this machine; Ctrl-C ends Troupe.\n${address}`)
    expect(out).toContain('ended with 130')
  })

  test('the demo is made at its first use only', async () => {
    const project = builtProject()
    await project.open(['--demo'], { DISPLAY: ':0' })
    const folder = join(project.folder, 'data/troupe/demo')
    expect(project.read('cli.log')).toBe(`demo --workspace ${folder}\nserve --workspace ${folder} --create --json\nserved to the end\n`)
    project.write('data/troupe/demo/workspace.sqlite', '')
    await project.open(['--demo'], { DISPLAY: ':0' })
    expect(project.read('cli.log').match(/^demo/gm)).toHaveLength(1)
  })

  test('a workspace that cannot be opened ends it with the reason', async () => {
    const project = builtProject()
    expect(await project.open(['--workspace', '/refused'], { DISPLAY: ':0' })).toMatchObject({
      code: 1,
      err: 'Another Troupe has this workspace open.\n',
    })
    expect(project.runs('browser.log')).toBe(0)
  })

  test('unknown words are refused with the usage', async () => {
    expect(await builtProject().open(['--unknown'])).toMatchObject({ code: 2, err: expect.stringContaining('--demo') })
  })
})
