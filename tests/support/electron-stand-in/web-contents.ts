import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { Script } from 'node:vm'
import { readFileSync } from 'node:fs'
import { fromChromium, toChromium } from './addresses.ts'
import type { Target } from './chromium.ts'
import { Frames, type Frame } from './frames.ts'
import { ipcMain } from './ipc-main.ts'
import { HandedPorts, type StandInPort } from './message-port.ts'
import { scriptsFor, type FromPage, type IsolatedWorld, type PortData } from './page-scripts.ts'
import { answerRequests } from './requests.ts'
import { protocol, session } from './session.ts'

const worldName = 'stand-in preload'
const permissions: Record<string, string> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  'clipboard-read': 'clipboardReadWrite',
  media: 'audioCapture',
  midi: 'midi',
}

/** Stands in for WebContents: one page of Chromium. */
export class WebContents extends EventEmitter {
  readonly id: number
  readonly session = session.defaultSession
  readonly frames: Frames
  /** Set before a navigation that the application itself wants. */
  isLeadBySelf = false
  readonly #ports = new HandedPorts()
  readonly #nonce = `s${randomBytes(8).toString('hex')}`
  readonly #target: Target
  #openHandler: (details: { url: string }) => { action: 'allow' | 'deny' } = () => ({ action: 'allow' })
  static #lastId = 0

  constructor(target: Target, targetId: string) {
    super()
    WebContents.#lastId += 1
    this.id = WebContents.#lastId
    this.#target = target
    this.frames = new Frames(targetId)
  }

  get mainFrame(): Frame {
    return this.frames.main
  }

  getURL(): string {
    return this.mainFrame.url
  }

  isDestroyed(): boolean {
    return this.frames.isGone
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'allow' | 'deny' }): void {
    this.#openHandler = handler
  }

  mayOpen(url: string): boolean {
    return this.#openHandler({ url: fromChromium(url) }).action === 'allow'
  }

  reload(): void {
    this.isLeadBySelf = true
    this.#ports.closeAll()
    void this.#target.send('Page.reload')
  }

  send(channel: string, ...args: unknown[]): void {
    this.#call('deliver', channel, args, [])
  }

  postMessage(channel: string, message: unknown, transfer: readonly StandInPort[] = []): void {
    const ids = transfer.map((port) =>
      this.#ports.add(port, (id) => ({
        message: (data) => this.#call('port', id, encode(data)),
        closed: () => this.#call('closePort', id),
      })),
    )
    this.#call('deliver', channel, [message], ids)
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const { result } = await this.#target.send('Runtime.evaluate', { expression: code, awaitPromise: true, returnByValue: true })
    return (result as { value?: unknown }).value
  }

  /** Prepares the page for everything that follows; nothing of ours is loaded before. */
  async prepare(preloadFile: string, origin: string): Promise<void> {
    const target = this.#target
    const chromiumOrigin = toChromium(origin, protocol.privileged)
    const preload = readFileSync(preloadFile, 'utf8')
    const binding = `${this.#nonce}_post`
    const { main, isolated } = scriptsFor({ nonce: this.#nonce, binding, ourOrigin: origin, chromiumOrigin }, preload)
    // An ES module or a slip of the pen would otherwise only be heard of inside the page.
    compiles(isolated, preloadFile)
    target.on(
      'Runtime.bindingCalled',
      ({ payload, executionContextId }) => void this.#receive(JSON.parse(payload as string) as FromPage, executionContextId as number),
    )
    target.on('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
    target.on('Runtime.exceptionThrown', (event) => process.stderr.write(`In the page: ${JSON.stringify(event['exceptionDetails'])}\n`))
    this.frames.follow(target, worldName)
    answerRequests(target, this)
    for (const domain of ['Page.enable', 'Runtime.enable', 'DOM.enable', 'Inspector.enable']) await target.send(domain)
    await target.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    await target.send('Runtime.addBinding', { name: binding, executionContextName: worldName })
    await target.send('Page.addScriptToEvaluateOnNewDocument', { source: main })
    await target.send('Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName })
    for (const [permission, name] of Object.entries(permissions)) {
      const setting = (await this.session.isGranted(this, permission)) ? 'granted' : 'denied'
      await target.send('Browser.setPermission', { permission: { name }, setting, origin: chromiumOrigin }).catch(() => undefined)
    }
  }

  end(): void {
    this.frames.isGone = true
    this.#ports.closeAll()
    this.emit('destroyed')
  }

  async #receive(message: FromPage, contextId: number): Promise<void> {
    const senderFrame = this.frames.ofContext(contextId) ?? null
    const event = { sender: this, senderFrame, ports: [] }
    if (message.kind === 'send') ipcMain.emit(message.channel, event, ...message.args)
    else if (message.kind === 'invoke') this.#call('answer', message.id, await ipcMain.answer(message.channel, event, message.args))
    else if (message.kind === 'file') this.#call('path', message.id, await this.#pathOf(message.id))
    else if (message.kind === 'port') this.#ports.send(message.id, decode(message.data))
    else this.#ports.close(message.id)
  }

  async #pathOf(id: number): Promise<string> {
    const contextId = this.frames.mainContext
    const { result } = await this.#target.send('Runtime.evaluate', { expression: `${this.#nonce}.files.get(${id})`, contextId })
    const { path } = (await this.#target.send('DOM.getFileInfo', { objectId: (result as { objectId: string }).objectId })) as {
      path: string
    }
    return path
  }

  #call<Name extends keyof Omit<IsolatedWorld, 'files'>>(name: Name, ...args: Parameters<IsolatedWorld[Name]>): void {
    const contextId = this.frames.mainContext
    if (contextId === undefined) return
    const given = args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(',')
    // A page that has gone in the meantime hears nothing, as in Electron.
    this.#target.send('Runtime.evaluate', { expression: `${this.#nonce}.${name}(${given})`, contextId }).catch(() => undefined)
  }
}

/** Throws the syntax error that the page would only mumble. */
function compiles(source: string, filename: string): Script {
  return new Script(source, { filename })
}

function encode(data: unknown): PortData {
  if (typeof data === 'string') return { text: data }
  return data instanceof Uint8Array ? { bytes: Buffer.from(data).toString('base64') } : { json: data }
}

function decode(data: PortData): unknown {
  if ('text' in data) return data.text
  return 'bytes' in data ? new Uint8Array(Buffer.from(data.bytes, 'base64')) : data.json
}
