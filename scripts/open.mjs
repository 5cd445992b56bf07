import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { defaultWorkspace, demoWorkspace } from '../src/main/doors/default-workspace.ts'
import { findBrowser, hasDisplay } from './lib/browser.mjs'
import { installBrowser } from './lib/debian.mjs'
import { endChildren, ended, endTogether, handOver, isBeingEnded, run, start } from './lib/children.mjs'
import { engineFlags } from './lib/node.mjs'
import { findElectron } from './lib/electron.mjs'
import { builtFolder, cacheFolder, root } from './lib/places.mjs'
import { openWindow } from './lib/window.mjs'

const usage = `npm start -- [--demo | --workspace DIR] [--browser] [--retry-electron]

  --demo            opens the demo agency, which is made at its first use
  --workspace DIR   opens the workspace in DIR, which is made where there is none
  --browser         opens the application in Chromium even where Electron is present
  --retry-electron  tries to fetch Electron again after it could not be fetched`

const cli = join(builtFolder, 'main', 'cli.js')
const options = readOptions()
const workspace = resolve(process.env.INIT_CWD ?? '.', options.workspace ?? (options.demo ? demoWorkspace() : defaultWorkspace()))
console.log(`Workspace: ${workspace}`)

if (options.demo && !existsSync(join(workspace, 'workspace.sqlite'))) await makeDemo()
if (!hasDisplay())
  await serve((address) =>
    console.log(`There is no display here. Open this address in a browser on this machine; Ctrl-C ends Troupe.\n${address}`),
  )
else await openOnDisplay()

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        demo: { type: 'boolean' },
        workspace: { type: 'string' },
        browser: { type: 'boolean' },
        'retry-electron': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    if (!values.help) return values
    console.log(usage)
    return process.exit(0)
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`)
    return process.exit(2)
  }
}

async function makeDemo() {
  const { code } = await run(process.execPath, [cli, 'demo', '--workspace', workspace], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (code !== 0) process.exit(code ?? 1)
}

async function openOnDisplay() {
  const electron = options.browser ? { reason: null } : await findElectron({ say: console.log, again: options['retry-electron'] })
  if (electron.path) {
    const sandbox = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
    return handOver(electron.path, [...sandbox, root, `--workspace=${workspace}`])
  }
  const browser = findBrowser() ?? (await installBrowser(console.log))
  const because = electron.reason ? `${electron.reason}. ` : ''
  if (!browser)
    return serve((address) =>
      console.log(
        `${because}There is no Chromium either: install it, or open this address in any browser on this machine; Ctrl-C ends Troupe.\n${address}`,
      ),
    )
  console.log(`${because}Troupe opens in ${basename(browser)}.`)
  return serve((address) => showWindow(browser, address))
}

/** Serves the workspace until Ctrl-C, or until the window is closed where `show` opens one. */
async function serve(show) {
  endTogether()
  const server = start(process.execPath, [...engineFlags, cli, 'serve', '--workspace', workspace, '--create', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  const lines = createInterface(server.stdout)
  lines.on('line', (line) => {
    text += line
    const answer = parsed(text)
    if (answer?.error) console.error(answer.error.message)
    else if (answer) void show(answer.address)
  })
  const { code } = await ended(server)
  process.exitCode = code ?? 1
  await endChildren()
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

async function showWindow(browser, address) {
  const profile = join(cacheFolder, 'browser', createHash('sha256').update(workspace).digest('hex').slice(0, 16))
  const failure = await openWindow({ browser, address, profile })
  if (isBeingEnded()) return
  if (!failure) return endChildren()
  console.log(
    `${basename(browser)} ended unexpectedly (${failure}). Open this address in a browser on this machine; Ctrl-C ends Troupe.\n${address}`,
  )
}
