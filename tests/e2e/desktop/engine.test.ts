import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { nodePorts } from '#src/main/doors/node-ports.ts'
import { openEngine } from '#src/main/engine/engine.ts'
import type { RunningApp } from '#tests/support/electron-stand-in/launch.ts'
import { launchDesktop } from '../support/desktop.ts'
import { seedWorkspace, testFolders } from '../support/workspace.ts'
import { callFromPage } from './engine-line.ts'
import { enginePid, openDesktop } from './open-desktop.ts'

describe('the engine process', () => {
  test('is started again when it is killed, nothing that was answered for is lost, and the window goes on by itself', async () => {
    const { app, page } = await openDesktop()
    await callFromPage(page, 'clients.create', { name: 'Just in time' })
    await countPorts(page)
    const pid = await killEngine(app)
    await vi.waitUntil(async () => (await page.evaluate(() => window.portsSeen ?? 0)) >= 1, { timeout: 10_000 })
    expect(await enginePid(app)).not.toBe(pid)
    expect(await callFromPage(page, 'clients.list', {})).toMatchObject({ json: [{ name: 'Just in time' }, { name: 'Nordlicht Tee' }] })
    await callFromPage(page, 'workspace.updateSettings', { changes: {}, name: 'Risen again' })
    await page.getByText('Risen again').first().waitFor()
  })

  test('that ends again and again is given up with a question, and the answer is obeyed', async () => {
    const { app, page } = await openDesktop()
    await app.evaluate(({ dialog }) => {
      const asked: string[] = []
      Object.assign(globalThis, { asked })
      dialog.showMessageBox = (async (_window: unknown, { message }: { message: string }) => {
        asked.push(message)
        await new Promise((resolve) => void setTimeout(resolve, 1000))
        return { response: 0, checkboxChecked: false }
      }) as unknown as typeof dialog.showMessageBox
    })
    const asked = () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
    await vi.waitUntil(
      async () => {
        if ((await asked()).length > 0) return true
        const pid = await enginePid(app)
        if (pid) killIfThere(pid)
        return false
      },
      { timeout: 30_000, interval: 20 },
    )
    expect(await asked()).toEqual(['The workspace cannot be opened.'])
    await vi.waitUntil(async () => (await callFromPage(page, 'clients.list', {}))?.status === 200, { timeout: 10_000 })
  })

  test('has closed the workspace when the application has ended', async () => {
    const { app, folders } = await openDesktop()
    expect(existsSync(join(folders.workspace, 'workspace.lock.txt'))).toBe(true)
    await app.close()
    expect(existsSync(join(folders.workspace, 'workspace.lock.txt'))).toBe(false)
    const engine = await openEngine({ folder: folders.workspace, ports: nodePorts({ appVersion: '0.0.0-test' }) })
    expect(await engine.client('test').clients.list({})).toHaveLength(1)
    await engine.close()
  })

  test('hands its port to no frame but the main one, and to no other page', async () => {
    const { app, page } = await openDesktop()
    await countPorts(page)
    const inFrame = await page.evaluate(async () => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const inside = frame.contentWindow as Window & { portsSeen?: number }
      inside.addEventListener('message', ({ data }) => {
        if (data === 'troupe:engine-port') inside.portsSeen = 1
      })
      return { hasShell: 'troupeShell' in inside }
    })
    expect(inFrame).toEqual({ hasShell: false })
    const [, frame] = page.frames()
    await frame!.evaluate(() => {
      parent.postMessage('troupe:want-engine-port', '*')
      window.postMessage('troupe:want-engine-port', '*')
    })
    await app.evaluate(({ BrowserWindow, ipcMain }) => {
      const [window] = BrowserWindow.getAllWindows()
      const sender = window!.webContents
      const foreign = ['troupe://app.example.com/', 'https://example.com/#troupe://app/'].map((url) => ({ url, parent: null }))
      for (const senderFrame of [null, { url: 'troupe://app/', parent: {} }, ...foreign]) {
        ipcMain.emit('troupe:want-engine-port', { sender, senderFrame, ports: [] })
      }
      ipcMain.emit('troupe:want-engine-port', { sender: {}, senderFrame: { url: 'troupe://app/', parent: null }, ports: [] })
    })
    await page.waitForTimeout(500)
    expect(await page.evaluate(() => window.portsSeen)).toBe(0)
    expect(await frame!.evaluate(() => window.portsSeen)).toBeUndefined()
    expect(await callFromPage(page, 'clients.list', {})).toMatchObject({ status: 200 })
  })
})

describe('a second start', () => {
  test('ends by itself and leaves the first as it is, but opens the workspace it names in the window that is there', async () => {
    const { app, page, folders } = await openDesktop()
    await expect(launchDesktop(folders)).rejects.toThrow(/./)
    expect(app.windows()).toHaveLength(1)
    expect(await callFromPage(page, 'clients.list', {})).toMatchObject({ json: [{ name: 'Nordlicht Tee' }] })
    const other = testFolders()
    await seedWorkspace(other, (call) => call.workspace.updateSettings({ changes: {}, name: 'The other agency' }))
    await expect(launchDesktop({ ...folders, workspace: other.workspace })).rejects.toThrow(/./)
    await page.getByText('The other agency').first().waitFor()
    other.remove()
  })
})

/** Counts the ports that come into the page from now on. */
async function countPorts(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.portsSeen = 0
    window.addEventListener('message', ({ data }) => {
      if (data === 'troupe:engine-port') window.portsSeen = (window.portsSeen ?? 0) + 1
    })
  })
}

async function killEngine(app: RunningApp): Promise<number> {
  const pid = await enginePid(app)
  if (!pid) throw new Error('There is no engine process to kill.')
  process.kill(pid, 'SIGKILL')
  return pid
}

/** It may have ended since its number was asked for. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
