import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']

/** The system's Firefox; `TROUPE_FIREFOX` names another. Null where there is none. */
export const firefoxPath = [process.env.TROUPE_FIREFOX ?? '', ...places].find((place) => place && existsSync(place)) ?? null

/** Nothing of its own goes to the network, and files are saved without a question. */
const settings = (downloads: string) => ({
  'browser.download.folderList': 2,
  'browser.download.dir': downloads,
  'browser.download.alwaysOpenPanel': false,
  'browser.helperApps.neverAsk.saveToDisk': 'application/pdf',
  'pdfjs.disabled': true,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.update.enabled': false,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': '',
})

interface Message {
  id?: number
  type?: string
  method?: string
  params?: { type?: string; level?: string; text?: string; request?: { url: string } }
  result?: Record<string, unknown>
  message?: string
}

/** A headless Firefox, driven over WebDriver BiDi; Playwright's own way to it asks for what this Firefox does not know yet. */
export class Firefox {
  /** Errors that the page reported, and what it asked for. */
  readonly errors: string[] = []
  readonly asked: string[] = []
  readonly #socket: WebSocket
  readonly #end: () => Promise<void>
  readonly #downloads: string
  readonly #waiting = new Map<number, (message: Message) => void>()
  #lastId = 0
  #context = ''

  private constructor(socket: WebSocket, downloads: string, end: () => Promise<void>) {
    this.#socket = socket
    this.#downloads = downloads
    this.#end = end
    socket.on('message', (text: Buffer) => this.#receive(JSON.parse(text.toString()) as Message))
  }

  static async start(size: { width: number; height: number }): Promise<Firefox> {
    const root = mkdtempSync(join(tmpdir(), 'troupe-firefox-'))
    const lines = Object.entries(settings(root)).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
    writeFileSync(join(root, 'user.js'), lines.join('\n'))
    const child = spawn(firefoxPath ?? '', ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', root], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const end = async () => {
      child.kill()
      if (child.exitCode === null) await once(child, 'exit')
      rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    }
    const socket = new WebSocket(`${await addressIn(child.stderr)}/session`, { perMessageDeflate: false })
    await once(socket, 'open')
    const firefox = new Firefox(socket, root, end)
    await firefox.#send('session.new', { capabilities: {} })
    const { contexts } = (await firefox.#send('browsingContext.getTree', {})) as { contexts: { context: string }[] }
    firefox.#context = contexts[0]?.context ?? ''
    await firefox.#send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] })
    await firefox.#send('browsingContext.setViewport', { context: firefox.#context, viewport: size })
    return firefox
  }

  open(url: string): Promise<unknown> {
    return this.#send('browsingContext.navigate', { context: this.#context, url, wait: 'complete' })
  }

  /** What an expression comes to in the page, as data. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const answer = await this.#send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context: this.#context },
      awaitPromise: true,
    })
    const { result, exceptionDetails } = answer as { result?: { value?: string }; exceptionDetails?: { text: string } }
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return JSON.parse(result?.value ?? 'null') as Value
  }

  /** Moves the mouse through the points with its button down. */
  async drag([first, ...rest]: readonly (readonly [number, number])[]): Promise<void> {
    const actions = [moveTo(first ?? [0, 0]), { type: 'pointerDown', button: 0 }, ...rest.map(moveTo), { type: 'pointerUp', button: 0 }]
    await this.#send('input.performActions', { context: this.#context, actions: [{ type: 'pointer', id: 'mouse', actions }] })
  }

  /** Where a saved file of that ending lies once it is whole. */
  savedFile(ending: string): string | null {
    const names = readdirSync(this.#downloads)
    const found = names.find((name) => name.endsWith(ending))
    return found && !names.some((name) => name.endsWith('.part')) ? join(this.#downloads, found) : null
  }

  async close(): Promise<void> {
    this.#socket.terminate()
    await this.#end()
  }

  #send(method: string, params: object): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      this.#lastId += 1
      this.#waiting.set(this.#lastId, ({ type, result, message }) =>
        type === 'error' ? reject(new Error(`${method}: ${message}`)) : resolve(result ?? {}),
      )
      this.#socket.send(JSON.stringify({ id: this.#lastId, method, params }))
    })
  }

  #receive(message: Message): void {
    const { id, method, params } = message
    if (method === 'log.entryAdded' && params?.level === 'error') this.errors.push(params.text ?? '')
    if (method === 'network.beforeRequestSent') this.asked.push(params?.request?.url ?? '')
    if (id === undefined) return
    this.#waiting.get(id)?.(message)
    this.#waiting.delete(id)
  }
}

function moveTo([x, y]: readonly [number, number]) {
  return { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 10 }
}

async function addressIn(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line)
    if (found?.[1]) {
      stderr.resume()
      return found[1]
    }
  }
  throw new Error('Firefox ended before it could be reached.')
}
