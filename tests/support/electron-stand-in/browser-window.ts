import { EventEmitter } from 'node:events'
import { app, preventable } from './app.ts'
import { toChromium } from './addresses.ts'
import { chromium } from './running-chromium.ts'
import type { Target } from './chromium.ts'
import { protocol } from './session.ts'
import { WebContents } from './web-contents.ts'

interface Bounds {
  x: number
  y: number
  width: number
  height: number
}
interface WebPreferences {
  preload?: string
  sandbox?: boolean
  contextIsolation?: boolean
  nodeIntegration?: boolean
}
interface Options extends Partial<Bounds> {
  webPreferences?: WebPreferences
}
interface Popup {
  targetId: string
  openerId?: string
  url: string
}

/** Stands in for BrowserWindow: a page of Chromium with the bounds of a window. */
export class BrowserWindow extends EventEmitter {
  static readonly #all = new Set<BrowserWindow>()
  readonly webContents: WebContents
  readonly #options: Options
  readonly #target: Target
  readonly #targetId: string
  #isPrepared = false
  #state = { isMaximized: false, isMinimized: false, isVisible: false, focused: 0 }

  constructor(options: Options = {}) {
    super()
    app.mustBeReady('BrowserWindow')
    const { sandbox = true, contextIsolation = true, nodeIntegration = false } = options.webPreferences ?? {}
    if (!sandbox || !contextIsolation || nodeIntegration) throw new Error('The stand-in only has sandboxed, isolated windows without Node.')
    this.#options = options
    const { target, targetId } = chromium.takePage()
    this.#target = target
    this.#targetId = targetId
    this.webContents = new WebContents(target, targetId)
    BrowserWindow.#all.add(this)
    app.windows.add(this)
    chromium.browser.on('Target.targetCreated', (event) => this.#meetPopup(event['targetInfo'] as Popup))
    chromium.browser.on('Target.targetDestroyed', (event) => event['targetId'] === targetId && this.#ended())
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...this.#all]
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return this.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  async loadURL(address: string): Promise<void> {
    const { width = 800, height = 600, webPreferences } = this.#options
    await this.#target.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
    const { protocol: scheme, host } = new URL(address)
    if (webPreferences?.preload && !this.#isPrepared) await this.webContents.prepare(webPreferences.preload, `${scheme}//${host}`)
    this.#isPrepared = true
    this.webContents.isLeadBySelf = true
    const loaded = new Promise((resolve) => void this.#target.once('Page.domContentEventFired', resolve))
    const url = toChromium(address, protocol.privileged)
    const { errorText } = (await this.#target.send('Page.navigate', { url })) as { errorText?: string }
    if (errorText) throw new Error(`${errorText.replace('net::', '')} loading '${address}'`)
    await loaded
    this.emit('ready-to-show')
  }

  show(): void {
    this.#state.isVisible = true
  }

  focus(): void {
    this.#state.focused += 1
    this.emit('focus')
  }

  maximize(): void {
    this.#state.isMaximized = true
  }

  restore(): void {
    this.#state.isMinimized = false
  }

  minimize(): void {
    this.#state.isMinimized = true
  }

  isVisible(): boolean {
    return this.#state.isVisible
  }

  isMaximized(): boolean {
    return this.#state.isMaximized
  }

  isMinimized(): boolean {
    return this.#state.isMinimized
  }

  isDestroyed(): boolean {
    return this.webContents.isDestroyed()
  }

  getNormalBounds(): Bounds {
    const { x = 0, y = 0, width = 800, height = 600 } = this.#options
    return { x, y, width, height }
  }

  close(): void {
    const event = preventable({})
    this.emit('close', event)
    if (!event.defaultPrevented) void chromium.browser.send('Target.closeTarget', { targetId: this.#targetId })
  }

  #meetPopup({ targetId, openerId, url }: Popup): void {
    if (openerId !== this.#targetId || this.webContents.mayOpen(url)) return
    void chromium.refusePopup(targetId)
  }

  #ended(): void {
    if (!BrowserWindow.#all.delete(this)) return
    this.webContents.end()
    this.emit('closed')
    app.windowClosed(this)
  }
}
