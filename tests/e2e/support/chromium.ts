import { chromium, type Browser } from 'playwright-core'
import { chromiumPath } from '#tests/support/electron-stand-in/chromium.ts'

let running: Promise<Browser> | undefined

/** The system's Chromium, one for all tests of this process: each opens a context of its own in it, which shares nothing with another. It
 *  reaches no host but this computer, and ends with the process. */
export function sharedChromium(): Promise<Browser> {
  running ??= chromium
    .launch({
      executablePath: chromiumPath(),
      args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    })
    .then((browser) => browser.once('disconnected', () => (running = undefined)))
  return running
}
