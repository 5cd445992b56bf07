import { fromChromium } from './addresses.ts'
import type { Target } from './chromium.ts'

/** Stands in for WebFrameMain. */
export interface Frame {
  url: string
  name: string
  readonly parent: Frame | null
  readonly frameTreeNodeId: number
}

interface FrameInfo {
  id: string
  url: string
  urlFragment?: string
  name?: string
  parentId?: string
}
interface ContextInfo {
  id: number
  name: string
  auxData: { frameId: string }
}

/** The frames of one page and the worlds in them. */
export class Frames {
  isGone = false
  readonly #mainId: string
  readonly #frames = new Map<string, Frame>()
  readonly #contexts = new Map<number, string>()

  constructor(mainId: string) {
    this.#mainId = mainId
    this.#frames.set(mainId, { url: '', name: '', parent: null, frameTreeNodeId: 1 })
  }

  get main(): Frame {
    return this.of(this.#mainId)!
  }

  of(frameId: string): Frame | undefined {
    return this.#frames.get(frameId)
  }

  isMain(frameId: string): boolean {
    return frameId === this.#mainId
  }

  ofContext(contextId: number): Frame | undefined {
    return this.of(this.#contexts.get(contextId) ?? '')
  }

  /** The preload's world in the main frame. */
  get mainContext(): number | undefined {
    return [...this.#contexts].findLast(([, frameId]) => frameId === this.#mainId)?.[0]
  }

  follow(target: Target, worldName: string): void {
    target.on('Page.frameAttached', (event) => this.#add(event['frameId'] as string, event['parentFrameId'] as string))
    target.on('Page.frameDetached', (event) => void this.#frames.delete(event['frameId'] as string))
    target.on('Page.frameNavigated', (event) => {
      const { id, url, urlFragment = '', name = '' } = event['frame'] as FrameInfo
      const frame = this.of(id)
      if (frame) Object.assign(frame, { url: fromChromium(url + urlFragment), name })
    })
    target.on('Page.navigatedWithinDocument', (event) => {
      const frame = this.of(event['frameId'] as string)
      if (frame) frame.url = fromChromium(event['url'] as string)
    })
    target.on('Runtime.executionContextCreated', (event) => {
      const { id, name, auxData } = event['context'] as ContextInfo
      if (name === worldName) this.#contexts.set(id, auxData.frameId)
    })
    target.on('Runtime.executionContextDestroyed', (event) => void this.#contexts.delete(event['executionContextId'] as number))
    target.on('Runtime.executionContextsCleared', () => this.#contexts.clear())
  }

  #add(frameId: string, parentId: string): void {
    this.#frames.set(frameId, { url: '', name: '', parent: this.of(parentId) ?? null, frameTreeNodeId: this.#frames.size + 1 })
  }
}
