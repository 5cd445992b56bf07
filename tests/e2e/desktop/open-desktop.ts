import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { RunningApp } from '#tests/support/electron-stand-in/launch.ts'
import { launchDesktop } from '../support/desktop.ts'
import { seedWorkspace, testFolders, type Seed, type TestFolders } from '../support/workspace.ts'

export interface OpenDesktop {
  app: RunningApp
  page: Page
  folders: TestFolders
}

const agency = 'Harbour Lane'

/** One client in a workspace that bears the name of an agency. */
const oneClient: Seed = async (call) => {
  await call.workspace.updateSettings({ changes: {}, name: agency })
  await call.clients.create({ name: 'Nordlicht Tee' })
}

interface Opening {
  seed?: Seed
  env?: NodeJS.ProcessEnv
}

/** The desktop application on a workspace of its own, with one client in it and what `seed` adds; `end` takes both away. */
export async function startDesktop({ seed, env }: Opening = {}): Promise<OpenDesktop & { end(): Promise<void> }> {
  const folders = testFolders()
  await seedWorkspace(folders, async (call, engine) => {
    await seed?.(call, engine)
    await oneClient(call, engine)
  })
  const { app } = await launchDesktop(folders, { env })
  const end = async () => {
    await app.close()
    folders.remove()
  }
  return { app, page: await shownPage(app, agency), folders, end }
}

/** The same for one test. */
export async function openDesktop(opening: Opening = {}): Promise<OpenDesktop> {
  const desktop = await startDesktop(opening)
  onTestFinished(desktop.end)
  return desktop
}

/** The page of the window, once it shows the workspace of that name: the engine has answered. */
export async function shownPage(app: RunningApp, workspaceName: string): Promise<Page> {
  const page = await app.firstWindow()
  await page.getByText(workspaceName, { exact: true }).first().waitFor()
  return page
}

/** The process of the engine; undefined while there is none. */
export async function enginePid(app: RunningApp): Promise<number | undefined> {
  return app.evaluate(({ app }) => app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'Troupe engine')?.pid)
}
