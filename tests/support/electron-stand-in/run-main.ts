import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { app } from './app.ts'
import * as electron from './electron.ts'
import { chromium } from './running-chromium.ts'

// The program of the stand-in's main process: `node run-main.ts MAIN-FILE ARGUMENTS…`, started by launch.ts.

export type FromMain =
  | { kind: 'browser'; endpoint: string }
  | { kind: 'failed'; message: string }
  | { kind: 'result'; id: number; value?: unknown; error?: string }
export interface Evaluation {
  id: number
  source: string
  arg: unknown
}

const [, , mainFile = '', ...args] = process.argv
const mainMs = Number(process.env.TROUPE_STAND_IN_MAIN_MS ?? 10_000)

const tell = (message: FromMain) => void (process.connected && process.send?.(message))

const standIn = { url: import.meta.resolve('./electron.ts'), shortCircuit: true }
registerHooks({ resolve: (specifier, context, next) => (specifier === 'electron' ? standIn : next(specifier, context)) })

process.argv = [process.execPath, mainFile, ...args]
process.on('message', (message: Evaluation) => void evaluate(message))
process.on('disconnect', () => app.exit(1))
process.on('SIGTERM', () => app.quit())
app.beforeEnd(() => chromium.close())

const endpoint = await chromium.start()
// Electron waits for the main module to run to its end before anything is ready; one that waits for readiness itself waits for ever.
const late = setTimeout(() => {
  const guess = 'Does it wait for app.whenReady() at its top level? Electron would never become ready.'
  tell({ kind: 'failed', message: `The main module did not run to its end. ${guess}` })
  app.exit(1)
}, mainMs)
try {
  await import(pathToFileURL(mainFile).href)
} catch (error) {
  tell({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  app.exit(1)
}
clearTimeout(late)
app.becomeReady()
tell({ kind: 'browser', endpoint })

async function evaluate({ id, source, arg }: Evaluation): Promise<void> {
  try {
    // oxlint-disable-next-line no-eval -- the test's own function comes by its source, as Playwright sends it to Electron
    const work = (0, eval)(`(${source})`) as (module: object, given: unknown) => unknown
    tell({ kind: 'result', id, value: await work(electron, arg) })
  } catch (error) {
    tell({ kind: 'result', id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
