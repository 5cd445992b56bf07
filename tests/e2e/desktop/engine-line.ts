import type { Page } from 'playwright-core'

interface Answer {
  status: number
  json: unknown
}

/** Asks for a port as any script in the page could, and calls one procedure over it. Null when no port comes within a second. */
export async function callFromPage(page: Page, path: string, input: object): Promise<Answer | null> {
  return page.evaluate(
    async ({ path, input }) => {
      const port = await new Promise<MessagePort | null>((resolve) => {
        const take = ({ data, ports }: MessageEvent) => data === 'troupe:engine-port' && resolve(ports[0] ?? null)
        window.addEventListener('message', take)
        window.postMessage('troupe:want-engine-port', '*')
        setTimeout(() => resolve(null), 1000)
      })
      if (!port) return null
      return new Promise<Answer | null>((resolve) => {
        port.addEventListener('message', ({ data }) => {
          const { i, p } = JSON.parse(data as string) as { i: string; p: { s?: number; b?: { json: unknown } } }
          if (i === 'from the test') resolve({ status: p.s ?? 200, json: p.b?.json })
        })
        port.start()
        port.postMessage(JSON.stringify({ i: 'from the test', p: { u: `/${path.replace('.', '/')}`, b: { json: input } } }))
        setTimeout(() => resolve(null), 10_000)
      })
    },
    { path, input },
  )
}
