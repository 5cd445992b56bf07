import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { launchStandIn } from '#tests/support/electron-stand-in/launch.ts'

// The stand-in must fail where Electron would, or tests on it say nothing about Electron.

interface Sources {
  main: string
  preload?: string
  utility?: string
}

/** A tiny application of its own, with a page that says hello. */
async function launch({ main, preload = '', utility = '' }: Sources, env: NodeJS.ProcessEnv = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'troupe-stand-in-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const mainFile = join(folder, 'main.mjs')
  writeFileSync(mainFile, main)
  writeFileSync(join(folder, 'preload.cjs'), preload)
  writeFileSync(join(folder, 'utility.mjs'), utility)
  const app = await launchStandIn({ args: [mainFile, '--greeting', 'hello'], env: { ...process.env, ...env } })
  onTestFinished(() => app.close())
  return app
}

const imports = `import { app, BrowserWindow, ipcMain, MessageChannelMain, protocol, safeStorage, session, utilityProcess } from 'electron'
  import { join } from 'node:path'
`
const openWindow = `
  protocol.handle('hello', () => new Response('<!doctype html><title>Hello</title><p>Hello', { headers: { 'content-type': 'text/html' } }))
  const window = new BrowserWindow({ width: 500, height: 400, webPreferences: { preload: join(import.meta.dirname, 'preload.cjs') } })
  globalThis.window = window
  window.loadURL('hello://page/')
`
const scheme = "protocol.registerSchemesAsPrivileged([{ scheme: 'hello', privileges: { standard: true } }])\n"

describe('readiness', () => {
  test('a main module that waits for it at its top level never gets it, and that is reported', async () => {
    const launching = launch({ main: `${imports}await app.whenReady()\n${openWindow}` }, { TROUPE_STAND_IN_MAIN_MS: '1500' })
    await expect(launching).rejects.toThrow('Electron would never become ready')
  })

  test('comes after the main module, and what needs it throws before', async () => {
    const app = await launch({
      main: `${imports}
      globalThis.seen = []
      const tooEarly = [() => new BrowserWindow({}), () => utilityProcess.fork('x'), () => session.defaultSession, () => protocol.handle('x', () => {})]
      for (const early of tooEarly) {
        try { early(); seen.push('worked') } catch (error) { seen.push(error.message) }
      }
      app.whenReady().then(() => {
        seen.push('ready')
        try { protocol.registerSchemesAsPrivileged([]) } catch (error) { seen.push(error.message) }
      })
      seen.push('end of the module')`,
    })
    expect(await app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([
      'BrowserWindow can only be used after the application is ready.',
      'utilityProcess.fork can only be used after the application is ready.',
      'session.defaultSession can only be used after the application is ready.',
      'protocol.handle can only be used after the application is ready.',
      'end of the module',
      'ready',
      'protocol.registerSchemesAsPrivileged can only be used before the application is ready.',
    ])
  })

  test('is not waited for when the main module throws', async () => {
    await expect(launch({ main: `${imports}throw new Error('a slip of the pen')` })).rejects.toThrow('a slip of the pen')
  })
})

describe('a window', () => {
  const main = `${imports}${scheme}
    ipcMain.handle('echo', ({ senderFrame: { url, parent } }, value) => ({ value, url, isTop: parent === null }))
    ipcMain.handle('fail', () => { throw Object.assign(new Error('no'), { code: 'E_NO' }) })
    app.whenReady().then(() => {${openWindow}})`
  const preload = `const { contextBridge, ipcRenderer } = require('electron')
    window.secretOfThePreload = 'seen only here'
    contextBridge.exposeInMainWorld('api', {
      version: 3,
      echo: (value) => ipcRenderer.invoke('echo', value),
      fail: () => ipcRenderer.invoke('fail'),
      failPlainly: async () => { throw { code: 'E_PLAIN', message: 'plain' } },
    })`

  test('shows what is answered at its address, with a preload in a world of its own whose errors lose their code on the way', async () => {
    const app = await launch({ main, preload })
    const page = await app.firstWindow()
    await page.getByText('Hello').waitFor()
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())).toBe('hello://page/')
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([500, 400])
    const seen = await page.evaluate(async () => {
      interface Page {
        api: { version: number; echo(value: unknown): Promise<unknown> }
        secretOfThePreload?: string
      }
      const { api, secretOfThePreload } = window as unknown as Page
      return { version: api.version, frozen: Object.isFrozen(api), echo: await api.echo({ n: 1 }), secretOfThePreload }
    })
    const echo = { value: { n: 1 }, url: 'hello://page/', isTop: true }
    expect(seen).toEqual({ version: 3, frozen: true, echo, secretOfThePreload: undefined })
    const [error, plain] = await page.evaluate(async () => {
      const { api } = window as unknown as { api: { fail(): Promise<never>; failPlainly(): Promise<never> } }
      const problems = await Promise.allSettled([api.fail(), api.failPlainly()])
      return problems.map((problem) => {
        const { reason } = problem as { reason: { code?: string; message: string } }
        return { isError: reason instanceof Error, code: reason.code, message: reason.message }
      })
    })
    expect(error).toEqual({ isError: true, code: undefined, message: "Uncaught Error: Error invoking remote method 'fail': Error: no" })
    expect(plain).toEqual({ isError: false, code: 'E_PLAIN', message: 'plain' })
  })

  test('is refused with a preload that Electron would not run', async () => {
    const broken = `${imports}${scheme}globalThis.problems = []
      process.on('unhandledRejection', (error) => problems.push(String(error)))
      app.whenReady().then(() => {${openWindow}})`
    const app = await launch({ main: broken, preload: "import { contextBridge } from 'electron'" })
    const problems = () => app.evaluate(() => (globalThis as unknown as { problems: string[] }).problems)
    await expect.poll(problems).toEqual([expect.stringContaining('SyntaxError')])
  })

  test('may navigate where the application lets it, and nowhere else', async () => {
    const lenient = `${imports}${scheme}
      const mind = (event) => event.url.endsWith('no') && event.preventDefault()
      app.on('web-contents-created', (_, contents) => contents.on('will-navigate', mind))
      app.whenReady().then(() => {${openWindow}})`
    const app = await launch({ main: lenient, preload })
    const page = await app.firstWindow()
    await page.getByText('Hello').waitFor()
    const address = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
    await page.evaluate(() => location.assign('/no'))
    await page.waitForTimeout(200)
    expect(await address()).toBe('hello://page/')
    await page.evaluate(() => location.assign('/yes'))
    await expect.poll(address).toBe('hello://page/yes')
  })

  test('is asked what it may load, before anything answers', async () => {
    const guarded = `${imports}${scheme}app.whenReady().then(() => {
      session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url.endsWith('/blocked') }))
      ${openWindow}})`
    const app = await launch({ main: guarded })
    const page = await app.firstWindow()
    await page.getByText('Hello').waitFor()
    const reach = (place: string) =>
      page.evaluate(
        (place) =>
          fetch(place).then(
            ({ status }) => status,
            () => 'refused',
          ),
        place,
      )
    expect([await reach('/open'), await reach('/blocked'), await reach('https://example.com/')]).toEqual([200, 'refused', 'refused'])
  })
})

function seen(): unknown[] {
  return (globalThis as unknown as { seen: unknown[] }).seen
}

describe('a utility process', () => {
  const utility = `process.parentPort.on('message', ({ data, ports }) => {
    if (data === 'die') process.exit(7)
    ports[0].on('message', ({ data }) => ports[0].postMessage({ echoed: data }))
    ports[0].on('close', () => process.parentPort.postMessage('closed'))
    ports[0].start()
  })`
  const main = `${imports}globalThis.seen = []
    app.whenReady().then(() => {
      const child = utilityProcess.fork(join(import.meta.dirname, 'utility.mjs'), [], { serviceName: 'Echo' })
      const { port1, port2 } = new MessageChannelMain()
      child.postMessage('serve', [port1])
      child.on('message', (message) => seen.push(message))
      child.on('exit', (code) => seen.push('exit ' + code))
      port2.on('message', ({ data }) => seen.push(data))
      port2.on('close', () => seen.push('port closed'))
      port2.start()
      port2.postMessage({ bytes: new Uint8Array([1, 2]) })
      globalThis.die = () => child.postMessage('die')
      globalThis.port = port2
    })`
  test('gets what was sent before it listened, answers over the port, and hears of its closing', async () => {
    const app = await launch({ main, utility })
    await expect.poll(() => app.evaluate(seen)).toEqual([{ echoed: { bytes: new Uint8Array([1, 2]) } }])
    expect(await app.evaluate(({ app }) => app.getAppMetrics().map(({ type, name }) => name ?? type))).toEqual(['Browser', 'Echo'])
    await app.evaluate(() => (globalThis as unknown as { port: { close(): void } }).port.close())
    await expect.poll(() => app.evaluate(seen)).toEqual([expect.anything(), 'port closed', 'closed'])
  })

  test('closes its ports when it dies', async () => {
    const app = await launch({ main, utility })
    await expect.poll(() => app.evaluate(seen)).toHaveLength(1)
    await app.evaluate(() => (globalThis as unknown as { die(): void }).die())
    await expect.poll(() => app.evaluate(seen)).toEqual(expect.arrayContaining(['exit 7', 'port closed']))
  })
})
