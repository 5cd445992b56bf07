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

  /** Closes a page that another has opened. Playwright has every new page wait until it has been looked at, and with it all pages of the same
   *  process; one that is closed while it waits would leave them waiting for ever, so it goes on first. */
  async refusePopup(targetId: string): Promise<void> {
    try {
      const popup = await this.#chromium?.attach(targetId)
      await popup?.send('Runtime.runIfWaitingForDebugger')
    } catch {
      // It has gone by itself.
    }
    await this.browser.send('Target.closeTarget', { targetId }).catch(() => undefined)
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
