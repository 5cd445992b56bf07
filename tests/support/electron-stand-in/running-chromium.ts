import { Chromium, type Target } from './chromium.ts'

interface Page {
  target: Target
  targetId: string
}

/** The one browser behind all windows. A page is kept ready, because a window must be there as soon as it is made. */
class RunningChromium {
  #chromium: Chromium | null = null
  #spare: Page | null = null

  async start(): Promise<string> {
    this.#chromium = await Chromium.start()
    await this.browser.send('Target.setDiscoverTargets', { discover: true })
    await this.#keepOneReady()
    return this.#chromium.endpoint
  }

  get browser(): Target {
    if (!this.#chromium) throw new Error('Chromium was not started.')
    return this.#chromium.browser
  }

  takePage(): Page {
    const page = this.#spare
    if (!page) throw new Error('The stand-in has one window at a time.')
    this.#spare = null
    return page
  }

  close(): void {
    this.#chromium?.close()
  }

  async #keepOneReady(): Promise<void> {
    const { targetId } = (await this.browser.send('Target.createTarget', { url: 'about:blank' })) as { targetId: string }
    this.#spare = { targetId, target: await this.#chromium!.attach(targetId) }
  }
}

export const chromium = new RunningChromium()
