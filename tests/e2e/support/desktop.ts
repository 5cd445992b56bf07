import { _electron } from 'playwright-core'
import { join } from 'node:path'
import { launchStandIn, type RunningApp } from '#tests/support/electron-stand-in/launch.ts'
import { builtFolder } from './built.ts'
import { electronBinary } from './electron-binary.ts'
import type { TestFolders } from './workspace.ts'

export interface Desktop {
  app: RunningApp
  runsOn: string
}

const binary = electronBinary()

/** What desktop tests run on here, in words for the report. */
export const desktopRunsOn =
  'path' in binary ? 'Electron' : `the stand-in for the electron module, because Electron is not at hand: ${binary.reason}`

/** Starts the built desktop application: on Electron where its binary is, else on the stand-in. */
export async function launchDesktop(
  { workspace, config }: TestFolders,
  { args = [], env = {} }: { args?: string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<Desktop> {
  const named = [`--workspace=${workspace}`, ...args]
  // Numbers and dates follow the machine's language; tests read them in English. A locale that the machine lacks would take the letters beyond
  // ASCII out of Chromium's file names.
  const environment = { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: 'en_US', TROUPE_CONFIG: config, ...env }
  const mainFile = join(builtFolder, 'main', 'index.js')
  if (!('path' in binary)) return { app: await launchStandIn({ args: [mainFile, ...named], env: environment }), runsOn: desktopRunsOn }
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({ executablePath: binary.path, args: [...asRoot, mainFile, ...named], env: environment })
  return { app: app as unknown as RunningApp, runsOn: desktopRunsOn }
}
