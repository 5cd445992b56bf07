import type { Page } from 'playwright-core'

/** What went on in a page that no test should overlook. */
export interface Watch {
  /** Errors in the console and errors that nobody caught, since the last time this was asked. */
  takeErrors(): string[]
  /** Addresses asked for that are not the page's own. */
  strayRequests(): string[]
}

/** Watches a page from now on. */
export function watchPage(page: Page): Watch {
  const errors: string[] = []
  const asked = new Set<string>()
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)))
  page.on('request', (request) => asked.add(request.url()))
  page.on('websocket', (socket) => asked.add(socket.url()))
  return {
    takeErrors: () => errors.splice(0),
    strayRequests: () => [...asked].filter((address) => !isOwn(address, page.url())),
  }
}

function isOwn(address: string, pageAddress: string): boolean {
  const { protocol, host } = new URL(address)
  return protocol === 'data:' || protocol === 'blob:' || host === new URL(pageAddress).host
}
