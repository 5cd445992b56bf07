import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Shell } from '#src/shared/shell.ts'
import { callFromPage } from './engine-line.ts'
import { startDesktop } from './open-desktop.ts'

declare global {
  interface Window {
    troupeShell?: Shell
    hacked?: unknown
    portsSeen?: number
  }
}

let desktop: Awaited<ReturnType<typeof startDesktop>>
beforeAll(async () => {
  desktop = await startDesktop()
})
afterAll(() => desktop.end())

describe('the desktop window', () => {
  test('shows the workspace it was started with, in one window', async () => {
    const { app, page } = desktop
    expect(await page.title()).toContain('Troupe')
    expect(await callFromPage(page, 'clients.list', {})).toMatchObject({ status: 200, json: [{ name: 'Nordlicht Tee' }] })
    expect(app.windows()).toHaveLength(1)
  })

  test('has nothing of Node and only the few functions of the shell', async () => {
    const { page } = desktop
    const ofNode = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer']
    expect(await page.evaluate((names) => names.filter((name) => name in window), ofNode)).toEqual([])
    const offered = await page.evaluate(() => Object.keys(window.troupeShell ?? {}).toSorted())
    expect(offered).toEqual(['deliver', 'grantFile', 'handOver', 'kind', 'openWorkspace', 'pickFile', 'pickPlaceToSave'])
    expect(
      await page.evaluate(() => {
        try {
          Object.assign(window.troupeShell!, { kind: 'browser' })
        } catch {
          // Frozen objects throw in modules and stay as they are in scripts.
        }
        return window.troupeShell?.kind
      }),
    ).toBe('desktop')
  })

  test('carries a strict policy on the page and on what is not there', async () => {
    const { page } = desktop
    for (const place of ['/', '/nothing-here.js', '/../package.json', '/%2e%2e/main/index.js', '/..%2f..%2fpackage.json']) {
      const { status, headers, text } = await page.evaluate(async (place) => {
        const answer = await fetch(place)
        return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() }
      }, place)
      const isPage = text.includes('<!doctype html>')
      expect({ place, status, isPage }).toEqual({ place, status: place === '/' ? 200 : 404, isPage: place === '/' })
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  test('runs no script that is not of the page', async () => {
    const { page } = desktop
    const tried = await page.evaluate(async () => {
      const inline = document.createElement('script')
      inline.textContent = 'window.hacked = "inline"'
      const picture = document.createElement('div')
      picture.innerHTML = '<img src="/none.png" onerror="window.hacked = \'handler\'">'
      const frame = document.createElement('iframe')
      frame.srcdoc = '<script>parent.hacked = "frame"</script>'
      const data = document.createElement('script')
      data.src = 'data:text/javascript,window.hacked = "data"'
      document.body.append(inline, picture, frame, data)
      await new Promise((resolve) => setTimeout(resolve, 300))
      let evaluated = 'refused'
      try {
        // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the very thing that must be refused
        evaluated = new Function('return "evaluated"')() as string
      } catch {
        // Refused by the policy.
      }
      return { hacked: window.hacked, evaluated }
    })
    expect(tried).toEqual({ hacked: undefined, evaluated: 'refused' })
  })

  test('shows a script in a name as text', async () => {
    const name = '<img src=x onerror="window.hacked=true"><script>window.hacked=true</script>'
    const { page } = desktop
    await callFromPage(page, 'workspace.updateSettings', { changes: {}, name })
    await page.getByText(name, { exact: true }).first().waitFor()
    expect(await page.evaluate(() => window.hacked)).toBeUndefined()
  })

  test('reaches no network', async () => {
    const { page } = desktop
    const reached = await page.evaluate(async () => {
      const picture = new Image()
      const loaded = new Promise((resolve) => {
        picture.addEventListener('load', () => resolve('picture'))
        picture.addEventListener('error', () => resolve(null))
      })
      picture.src = 'https://example.com/pixel.png'
      const socket = new Promise((resolve) => {
        try {
          const websocket = new WebSocket('ws://127.0.0.1:1/')
          websocket.addEventListener('open', () => resolve('socket'))
          websocket.addEventListener('error', () => resolve(null))
        } catch {
          resolve(null)
        }
      })
      const places = ['https://example.com/', 'http://127.0.0.1:1/', 'file:///etc/hostname']
      const fetched = Promise.any(places.map((place) => fetch(place))).then(
        () => 'fetched',
        () => null,
      )
      return [await loaded, await socket, await fetched].filter(Boolean)
    })
    expect(reached).toEqual([])
  })

  const elsewhere = ['https://example.com/', 'troupe://app.example.com/', 'file:///etc/hostname', 'data:text/html,gone']
  test.each(elsewhere)('stays where it is instead of going to %s', async (address) => {
    const { page } = desktop
    const before = page.url()
    await page
      .evaluate((address) => {
        location.href = address
      }, address)
      .catch(() => undefined)
    await page.waitForTimeout(400)
    expect(page.url()).toBe(before)
    expect(await callFromPage(page, 'clients.list', {})).toMatchObject({ status: 200 })
  })

  test('opens no second window', async () => {
    const { app, page } = desktop
    // More than once, because a window that is refused must not hold up the page either.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await page.evaluate(() => {
        window.open('https://example.com/')
        const link = document.createElement('a')
        Object.assign(link, { href: '/', target: '_blank' })
        document.body.append(link)
        link.click()
      })
    }
    await page.waitForTimeout(400)
    await expect.poll(() => app.windows().length).toBe(1)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('is given no permission', async () => {
    const { page } = desktop
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'] as PermissionName[]
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
    })
    expect(states).not.toContain('granted')
    expect(
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            navigator.geolocation.getCurrentPosition(
              () => resolve('a position'),
              () => resolve('none'),
              { timeout: 10_000 },
            )
          }),
      ),
    ).toBe('none')
  })

  test('is refused another place by the session even where the application itself would go there', async () => {
    const gone = await desktop.app.evaluate(async ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!
        .loadURL('https://example.com/')
        .then(
          () => 'loaded',
          (error: unknown) => (error as Error).message,
        ),
    )
    expect(gone).toContain('ERR_BLOCKED_BY_CLIENT')
  })
})
