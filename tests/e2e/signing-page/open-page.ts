import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

export const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }
export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true }

/** A page that stands on the screen, with what went on in it. */
export interface OpenPage {
  page: Page
  /** Everything it asked for, its own address aside. */
  asked: string[]
  /** Errors that nobody caught, and what its policy refused. */
  errors: string[]
  /** Does what saves a file, and answers with its place. */
  save(what: () => Promise<unknown>): Promise<{ path: string; name: string }>
}

/** Opens a file in a browser that has no network; `before` may take something away from the page first. */
export async function openFile(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = desk,
  before: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<OpenPage> {
  const context = await browser.newContext({ ...options, acceptDownloads: true, reducedMotion: 'reduce' })
  const downloads = mkdtempSync(join(tmpdir(), 'troupe-signed-'))
  onTestFinished(async () => {
    await context.close()
    rmSync(downloads, { recursive: true, force: true })
  })
  await context.setOffline(options.offline ?? true)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const address = pathToFileURL(file).href
  const [asked, errors]: [string[], string[]] = [[], []]
  page.on('request', (request) => request.url() !== address && asked.push(request.url()))
  page.on('websocket', (socket) => asked.push(socket.url()))
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await before(page)
  await page.goto(address)
  return {
    page,
    asked,
    errors,
    async save(what) {
      const [download] = await Promise.all([page.waitForEvent('download'), what()])
      const name = download.suggestedFilename()
      const path = join(downloads, name)
      await download.saveAs(path)
      return { path, name }
    },
  }
}
