import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { RunningApp } from '#tests/support/electron-stand-in/launch.ts'
import { callFromPage } from './engine-line.ts'
import { enginePid, startDesktop } from './open-desktop.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64')

let desktop: Awaited<ReturnType<typeof startDesktop>>
beforeAll(async () => {
  desktop = await startDesktop()
})
afterAll(() => desktop.end())

describe('files', () => {
  test('that a person picks are known to the page by a grant, a name and a size, and the engine reads them', async () => {
    const { app, page, folders } = desktop
    const path = join(folders.root, 'logo.png')
    writeFileSync(path, png)
    await answerOpenDialog(app, path)
    const picked = await pickFile(page)
    expect(picked).toEqual({ value: { grant: expect.stringMatching(/^[\w-]{20,}$/), name: 'logo.png', size: png.length } })
    const { grant } = (picked as { value: { grant: string } }).value
    expect(await callFromPage(page, 'workspace.setLogo', { file: grant })).toMatchObject({ status: 200 })
  })

  test('are none when the person changes their mind', async () => {
    const { app, page } = desktop
    await answerOpenDialog(app)
    expect(await pickFile(page)).toEqual({ value: null })
  })

  test("that cannot be read are refused with the engine's own code and sentence", async () => {
    const { app, page, folders } = desktop
    mkdirSync(join(folders.root, 'a folder'))
    writeFileSync(join(folders.root, 'empty.csv'), '')
    for (const [name, code] of [
      ['a folder', 'FILE_IS_DIRECTORY'],
      ['empty.csv', 'FILE_EMPTY'],
      ['gone.csv', 'FILE_MISSING'],
    ]) {
      await answerOpenDialog(app, join(folders.root, name!))
      expect(await pickFile(page)).toEqual({ error: { code, message: expect.stringContaining(name!) } })
    }
  })

  test('that were dropped or chosen in a form are granted by the file itself', async () => {
    const { page, folders } = desktop
    const path = join(folders.root, 'dropped ü.png')
    writeFileSync(path, png)
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'chosen' })))
    await page.locator('#chosen').setInputFiles(path)
    const granted = await page.evaluate(() => {
      const { files } = document.querySelector<HTMLInputElement>('#chosen')!
      return window.troupeShell!.grantFile(files![0]!)
    })
    expect(granted).toEqual({ grant: expect.any(String), name: 'dropped ü.png', size: png.length })
    expect(await callFromPage(page, 'workspace.setLogo', { file: granted.grant })).toMatchObject({ status: 200 })
  })

  test('are never named by the page', async () => {
    const { page, folders } = desktop
    const path = join(folders.root, 'secret.png')
    writeFileSync(path, png)
    const tried = await page.evaluate(async (path) => {
      const shell = window.troupeShell!
      const attempts = [
        () => shell.grantFile(new File(['x'], path)),
        () => shell.grantFile({ path } as unknown as File),
        () => shell.grantFile(path as unknown as File),
        () => shell.pickFile({ title: 'x', kinds: ['../..'] }),
        () => shell.pickFile({ title: 'x', kinds: [path] }),
        () => shell.pickFile({ title: 'x'.repeat(1000), kinds: [] }),
      ]
      const outcomes = await Promise.allSettled<unknown>(attempts.map((attempt) => attempt()))
      return outcomes.map((outcome) =>
        outcome.status === 'fulfilled' ? outcome.value : ((outcome.reason as { code?: string }).code ?? 'error'),
      )
    }, path)
    expect(tried).toEqual(['BAD_INPUT', expect.any(String), expect.any(String), 'BAD_INPUT', 'BAD_INPUT', 'BAD_INPUT'])
    for (const file of [path, 'a-forged-grant-of-32-characters0', Buffer.from(path).toString('base64url')]) {
      const code = file.length > 100 ? 'BAD_INPUT' : 'GRANT_UNKNOWN'
      expect(await callFromPage(page, 'workspace.setLogo', { file })).toMatchObject({ json: { code } })
    }
  })

  test('granted to an engine that has died are not granted to the next', async () => {
    const { app, page, folders } = desktop
    const path = join(folders.root, 'logo.png')
    writeFileSync(path, png)
    await answerOpenDialog(app, path)
    const { value } = (await pickFile(page)) as { value: { grant: string } }
    const pid = await enginePid(app)
    process.kill(pid!, 'SIGKILL')
    await expect
      .poll(async () => (await callFromPage(page, 'workspace.setLogo', { file: value.grant }))?.json, { timeout: 30_000 })
      .toMatchObject({ code: 'GRANT_UNKNOWN', message: expect.stringContaining('Choose the file again') })
  })

  test('are saved where the person says, and the page suggests no more than a name', async () => {
    const { app, page, folders } = desktop
    const path = join(folders.root, 'kept.sqlite')
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath: string }) => {
        Object.assign(globalThis, { suggested: options.defaultPath })
        return { canceled: false, filePath: path }
      }) as unknown as typeof dialog.showSaveDialog
    }, path)
    const place = await page.evaluate(
      (name) => window.troupeShell!.pickPlaceToSave({ title: 'Save', name }),
      '../../etc/cron.d/evil\\..\\roster.csv',
    )
    expect(place).toEqual({ grant: expect.any(String), name: 'kept.sqlite' })
    expect(await app.evaluate(() => (globalThis as unknown as { suggested: string }).suggested)).toBe('roster.csv')
    expect(await callFromPage(page, 'workspace.setLogo', { file: place!.grant })).toMatchObject({ json: { code: 'GRANT_UNKNOWN' } })
  })
})

async function answerOpenDialog(app: RunningApp, ...filePaths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths })
  }, filePaths)
}

async function pickFile(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const picking = window.troupeShell!.pickFile({ title: 'Choose', kinds: ['png', 'csv'] })
    return picking.then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
  })
}
