import { existsSync } from 'node:fs'
import { onTestFinished, vi } from 'vitest'
import type { Page } from 'playwright-core'
import { launchInBrowser } from './browser.ts'
import { launchDesktop } from './desktop.ts'
import { seedWorkspace, testFolders, type Seed, type TestFolders } from './workspace.ts'

/** Both ways to the window; end-to-end tests run over each: `describe.each(doors)('… %s', (door) => …)`. */
export const doors = ['on the desktop', 'in the browser'] as const
export type Door = (typeof doors)[number]

/** The application, open, over one door or the other. */
export interface Troupe {
  page: Page
  folders: TestFolders
  /** Does what opens a dialog for a file, and picks `path` in it. */
  pick(path: string, open: () => Promise<unknown>): Promise<void>
  /** Does what asks for a place and writes there; resolves with the file at `path` once it is whole. */
  save(path: string, open: () => Promise<unknown>): Promise<void>
  close(): Promise<void>
}

/** Opens the application on a workspace of this test's own, filled by `seed`; everything goes when the test ends. */
export async function openTroupe(door: Door, { seed }: { seed?: Seed } = {}): Promise<Troupe> {
  const folders = testFolders()
  onTestFinished(() => folders.remove())
  if (seed) await seedWorkspace(folders, seed)
  const troupe = await (door === 'on the desktop' ? openOnDesktop(folders) : openInBrowser(folders))
  onTestFinished(() => troupe.close())
  return troupe
}

async function openOnDesktop(folders: TestFolders): Promise<Troupe> {
  const { app } = await launchDesktop(folders)
  const page = await app.firstWindow()
  return {
    page,
    folders,
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
    close: () => app.close(),
  }
}

async function openInBrowser(folders: TestFolders): Promise<Troupe> {
  const { page, close } = await launchInBrowser(folders)
  return {
    page,
    folders,
    async pick(path, open) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()])
      await chooser.setFiles(path)
    },
    async save(path, open) {
      const [download] = await Promise.all([page.waitForEvent('download'), open()])
      await download.saveAs(path)
    },
    close,
  }
}

/** The engine writes beside the place and renames, so a file that is there is whole. */
async function waitForFile(path: string): Promise<void> {
  await vi.waitUntil(() => existsSync(path), { timeout: 15_000, interval: 50 })
}
