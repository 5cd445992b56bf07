import { execFile } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { builtFolder } from './built.ts'
import { testFolders, type TestFolders } from './workspace.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folders of the demo workspace: made once for a run, copied by each test. */
    demo: { workspace: string; config: string }
    /** A folder for what several test files share; it goes after the last of them. */
    shared: string
  }
}

/** Makes the demo workspace before the first end-to-end test, with the built command line, as a person would. */
export default async function makeDemo(project: TestProject): Promise<() => void> {
  const { root, workspace, config, remove } = testFolders()
  const command = [join(builtFolder, 'main', 'cli.js'), 'demo', '--workspace', workspace, '--json']
  await promisify(execFile)(process.execPath, command, { env: { ...process.env, TROUPE_CONFIG: config } })
  project.provide('demo', { workspace, config })
  project.provide('shared', join(root, 'shared'))
  return remove
}

/** A copy of the demo workspace in folders of a test's own, with the key that its certificates were sealed with. */
export function copyDemo({ workspace, config }: TestFolders): void {
  const demo = inject('demo')
  cpSync(demo.workspace, workspace, { recursive: true })
  cpSync(demo.config, config, { recursive: true })
}
