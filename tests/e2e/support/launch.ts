import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import type { Page } from 'playwright-core'
import { launchInBrowser } from './browser.ts'
import { launchDesktop } from './desktop.ts'
import { childrenOf } from '#tests/support/processes.ts'
import { copyDemo } from './demo-workspace.ts'
import { watchPage, type Watch } from './watch.ts'
import { seedWorkspace, testFolders, type Seed, type TestFolders } from './workspace.ts'

/** Both ways to the window; end-to-end tests run over each: `describe.each(doors)('… %s', (door) => …)`. */
export const doors = ['on the desktop', 'in the browser'] as const
export type Door = (typeof doors)[number]

/** The application, open, over one door or the other. */
export interface Troupe {
  page: Page
  folders: TestFolders
  watch: Watch
  /** Does what opens a dialog for a file, and picks `path` in it. */
  pick(path: string, open: () => Promise<unknown>): Promise<void>
  /** Does what asks for a place and writes there; resolves with the file at `path` once it is whole. */
  save(path: string, open: () => Promise<unknown>): Promise<void>
  /** Ends the engine's process as a crash would. */
  killEngine(): Promise<void>
  close(): Promise<void>
}

interface Opening {
  /** A copy of the demo workspace instead of an empty one. */
  demo?: boolean
  /** What fills the workspace, or looks into it, before the application opens it. */
  seed?: Seed | undefined
}

/** Opens the application on a workspace of this test's own; everything goes when the test ends. */
export async function openTroupe(door: Door, opening: Opening = {}): Promise<Troupe> {
  const troupe = await startTroupe(door, opening)
  onTestFinished(troupe.end)
  photographWhenFailed(troupe)
  return troupe
}

/** The same for several tests that share it; `end` closes the application and takes its folders away. */
export async function startTroupe(door: Door, { demo = false, seed }: Opening = {}): Promise<Troupe & { end(): Promise<void> }> {
  const folders = testFolders()
  if (demo) copyDemo(folders)
  if (seed) await seedWorkspace(folders, seed)
  const troupe = await (door === 'on the desktop' ? openOnDesktop(folders) : openInBrowser(folders))
  troupe.page.setDefaultTimeout(15_000)
  // Movement would be caught half way.
  await troupe.page.emulateMedia({ reducedMotion: 'reduce' })
  const end = async () => {
    await troupe.close()
    folders.remove()
  }
  return { ...troupe, end }
}

async function openOnDesktop(folders: TestFolders): Promise<Troupe> {
  const { app } = await launchDesktop(folders)
  const page = await app.firstWindow()
  // The window is there before the page that it loads.
  await page.waitForURL((url) => url.protocol !== 'about:')
  return {
    page,
    folders,
    watch: watchPage(page),
    async pick(path, open) {
      await app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
      }, path)
      await open()
    },
    async save(path, open) {
      await app.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
      }, path)
      await open()
      await waitForFile(path)
    },
    async killEngine() {
      const pid = await app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Troupe engine')?.pid)
      process.kill(pid!, 'SIGKILL')
    },
    close: () => app.close(),
  }
}

async function openInBrowser(folders: TestFolders): Promise<Troupe> {
  const { page, server, watch, close } = await launchInBrowser(folders)
  return {
    page,
    folders,
    watch,
    async pick(path, open) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()])
      await chooser.setFiles(path)
    },
    async save(path, open) {
      const [download] = await Promise.all([page.waitForEvent('download'), open()])
      await download.saveAs(path)
    },
    async killEngine() {
      const [pid] = childrenOf(server.pid!)
      process.kill(pid!, 'SIGKILL')
    },
    close,
  }
}

const photographs = join(import.meta.dirname, '../../../.cache/failed-tests')

/** Leaves a picture of the window as it was when the test that runs now fails. */
export function photographWhenFailed({ page }: Troupe): void {
  onTestFinished(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    const path = join(photographs, `${task.name.replaceAll(/\W+/g, '-')}-${Date.now()}.png`)
    await page.screenshot({ path }).then(
      () => console.error(`The window as it was: ${path} (${page.url()})`),
      () => undefined,
    )
  })
}

/** The engine writes beside the place and renames, so a file that is there is whole. */
async function waitForFile(path: string): Promise<void> {
  await vi.waitUntil(() => existsSync(path), { timeout: 15_000, interval: 50 })
}
