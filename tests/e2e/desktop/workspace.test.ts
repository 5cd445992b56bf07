import { readFileSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { RunningApp } from '#tests/support/electron-stand-in/launch.ts'
import { nodePorts } from '#src/main/doors/node-ports.ts'
import { openEngine } from '#src/main/engine/engine.ts'
import { desktopRunsOn, launchDesktop } from '../support/desktop.ts'
import { seedWorkspace, testFolders, type Seed } from '../support/workspace.ts'
import { callFromPage } from './engine-line.ts'
import { openDesktop, shownPage } from './open-desktop.ts'

const otherAgency: Seed = (call) => call.workspace.updateSettings({ changes: {}, name: 'The other agency' })

describe('the workspace', () => {
  test('is another one after the person has chosen it in the menu, and that one is open at the next start', async () => {
    const { app, page, folders } = await openDesktop()
    const other = join(folders.root, 'other')
    await seedWorkspace({ ...folders, workspace: other }, otherAgency)
    await choose(app, other)
    await page.getByText('The other agency').first().waitFor()
    expect(await callFromPage(page, 'clients.list', {})).toMatchObject({ json: [] })
    await app.close()
    const kept = JSON.parse(readFileSync(join(folders.config, 'desktop.json'), 'utf8')) as object
    expect(kept).toMatchObject({ workspace: other, bounds: { width: 1280, height: 800 } })
  })

  test('stays as it is when the folder chosen holds other things or is open elsewhere', async () => {
    const { app, page, folders } = await openDesktop()
    await recordMessages(app)
    writeFileSync(join(folders.root, 'letter.txt'), 'Dear Ana')
    await choose(app, folders.root)
    await expect.poll(() => messages(app)).toEqual([expect.stringContaining('holds other files and no workspace')])
    expect(await callFromPage(page, 'clients.list', {})).toMatchObject({ json: [{ name: 'Nordlicht Tee' }] })
    const busy = join(folders.root, 'busy')
    const engine = await openEngine({ folder: busy, create: true, ports: nodePorts({ appVersion: '0.0.0-test' }) })
    onTestFinished(() => engine.close())
    await choose(app, busy)
    await expect.poll(async () => (await messages(app))[1], { timeout: 10_000 }).toContain('Another Troupe has this workspace open')
    const clients = async () => (await callFromPage(page, 'clients.list', {}))?.json
    await expect.poll(clients, { timeout: 10_000 }).toMatchObject([{ name: 'Nordlicht Tee' }])
  })

  // On Electron the message would wait for a person.
  test.skipIf(desktopRunsOn === 'Electron')('that cannot be opened is left untouched, and the application ends when asked to', async () => {
    const folders = testFolders()
    onTestFinished(() => folders.remove())
    writeFileSync(folders.workspace, 'I am a letter, not a workspace.')
    const { app } = await launchDesktop(folders)
    const said: string[] = []
    app.process().stderr?.on('data', (text: Buffer) => said.push(text.toString()))
    await once(app.process(), 'exit')
    expect(said.join('')).toContain('A workspace is a folder, but that place holds a file')
    expect(readFileSync(folders.workspace, 'utf8')).toBe('I am a letter, not a workspace.')
  })

  test('is made at the first start', async () => {
    const folders = testFolders()
    onTestFinished(() => folders.remove())
    const { app } = await launchDesktop(folders)
    onTestFinished(() => app.close())
    const page = await shownPage(app, 'workspace')
    expect(await callFromPage(page, 'workspace.info', {})).toMatchObject({ json: { name: 'workspace', counts: { creators: 0 } } })
  })
})

async function choose(app: RunningApp, folder: string): Promise<void> {
  await app.evaluate(({ dialog, Menu }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] })
    Menu.getApplicationMenu()?.getMenuItemById('open-workspace')?.click()
  }, folder)
}

async function recordMessages(app: RunningApp): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    dialog.showMessageBox = (async (_window: unknown, { detail }: { detail: string }) => {
      said.push(detail)
      return { response: 0, checkboxChecked: false }
    }) as unknown as typeof dialog.showMessageBox
  })
}

function messages(app: RunningApp): Promise<string[]> {
  return app.evaluate(() => (globalThis as unknown as { said: string[] }).said)
}
