import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { builtFolder } from './built.ts'
import { sharedChromium } from './chromium.ts'
import { watchPage, type Watch } from './watch.ts'
import type { TestFolders } from './workspace.ts'

export interface InBrowser {
  page: Page
  watch: Watch
  server: ChildProcess
  close(): Promise<void>
}

/** Serves the workspace over loopback with the built command line, as `npm start` does, and opens it in the system's Chromium. */
export async function launchInBrowser({ workspace, config }: TestFolders): Promise<InBrowser> {
  const args = [join(builtFolder, 'main', 'cli.js'), 'serve', '--workspace', workspace, '--create', '--json']
  const server = spawn(process.execPath, args, { env: { ...process.env, TROUPE_CONFIG: config }, stdio: ['ignore', 'pipe', 'pipe'] })
  const [address, browser] = await Promise.all([addressOf(server), sharedChromium()])
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  const page = await context.newPage()
  const watch = watchPage(page)
  await page.goto(address)
  return {
    page,
    watch,
    server,
    async close() {
      await context.close()
      if (server.exitCode !== null) return
      server.kill()
      await once(server, 'exit')
    },
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  const problems: string[] = []
  server.stderr?.on('data', (text: Buffer) => problems.push(text.toString()))
  let text = ''
  for await (const part of server.stdout!) {
    text += String(part)
    if (text.trimEnd().endsWith('}')) break
  }
  if (!text) throw new Error(`The server ended before it had an address. It said:\n${problems.join('')}`)
  server.stdout?.resume()
  return (JSON.parse(text) as { address: string }).address
}
