import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'

type Params = Record<string, unknown>
export interface Reply extends Params {
  method?: string
}

const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', onMac]
const flags = [
  '--headless',
  '--no-sandbox',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-startup-window',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** The system's Chromium; `TROUPE_CHROMIUM` names another. */
export function chromiumPath(): string {
  const found = [process.env.TROUPE_CHROMIUM ?? '', ...places].find((place) => place && existsSync(place))
  if (!found) throw new Error('No Chromium was found on this computer. Install it, or name it in TROUPE_CHROMIUM.')
  return found
}

/** One conversation with one target of the browser over the debugging protocol. Emits each event under its method's name. */
export class Target extends EventEmitter<Record<string, [Params]>> {
  readonly #send: (method: string, params: Params) => Promise<Reply>

  constructor(send: (method: string, params: Params) => Promise<Reply>) {
    super()
    this.#send = send
  }

  send(method: string, params: Params = {}): Promise<Reply> {
    return this.#send(method, params)
  }
}

interface Waiting {
  resolve(reply: Reply): void
  reject(error: Error): void
}
interface Message {
  id?: number
  method?: string
  params?: Params
  result?: Reply
  error?: { message: string }
  sessionId?: string
}

/** A headless Chromium of its own, without a window until one is asked for. */
export class Chromium {
  readonly browser: Target
  readonly endpoint: string
  readonly #targets = new Map<string, Target>()
  readonly #waiting = new Map<number, Waiting>()
  readonly #socket: WebSocket
  readonly #end: () => void
  #lastId = 0

  private constructor(endpoint: string, socket: WebSocket, end: () => void) {
    this.endpoint = endpoint
    this.#socket = socket
    this.#end = end
    this.browser = new Target((method, params) => this.#send(method, params))
    socket.on('message', (text: Buffer) => this.#receive(JSON.parse(text.toString()) as Message))
  }

  static async start(): Promise<Chromium> {
    const profile = mkdtempSync(join(tmpdir(), 'troupe-stand-in-'))
    const child = spawn(chromiumPath(), [...flags, `--user-data-dir=${profile}`], { stdio: ['ignore', 'ignore', 'pipe'] })
    const end = () => {
      child.kill('SIGKILL')
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    }
    const endpoint = await endpointOf(child)
    const socket = new WebSocket(endpoint, { perMessageDeflate: false })
    await once(socket, 'open')
    return new Chromium(endpoint, socket, end)
  }

  async attach(targetId: string): Promise<Target> {
    const { sessionId } = (await this.browser.send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string }
    const target = new Target((method, params) => this.#send(method, params, sessionId))
    this.#targets.set(sessionId, target)
    return target
  }

  close(): void {
    this.#socket.terminate()
    this.#end()
  }

  #send(method: string, params: Params, sessionId?: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#lastId += 1
      this.#waiting.set(this.#lastId, { resolve, reject })
      this.#socket.send(JSON.stringify({ id: this.#lastId, method, params, sessionId }))
    })
  }

  #receive({ id, method, params, result, error, sessionId }: Message): void {
    if (id === undefined) {
      const target = sessionId ? this.#targets.get(sessionId) : this.browser
      target?.emit(method ?? '', params ?? {})
      return
    }
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error) waiting?.reject(new Error(error.message))
    else waiting?.resolve(result ?? {})
  }
}

async function endpointOf(child: ChildProcess): Promise<string> {
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stderr! })) {
    const found = /DevTools listening on (ws:\/\/\S+)/.exec(line)
    if (found?.[1]) {
      child.stderr!.resume()
      return found[1]
    }
    lines.push(line)
  }
  throw new Error(`Chromium ended before it could be reached:\n${lines.join('\n')}`)
}
