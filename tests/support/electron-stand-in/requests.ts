import { preventable } from './app.ts'
import { fromChromium } from './addresses.ts'
import type { Target } from './chromium.ts'
import { session } from './session.ts'
import type { WebContents } from './web-contents.ts'

interface Paused {
  requestId: string
  request: { url: string; method: string }
  frameId: string
  resourceType: string
}

/** Answers every request of a page as the application decides; none goes further. */
export function answerRequests(target: Target, contents: WebContents): void {
  target.on('Fetch.requestPaused', (event) => {
    const paused = event as unknown as Paused
    decide(paused, contents)
      .then((answer) =>
        'reason' in answer
          ? target.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: answer.reason })
          : fulfil(target, paused.requestId, answer.response),
      )
      // The page may be gone by now; everything else must be seen.
      .catch((error: unknown) => contents.isDestroyed() || process.stderr.write(`A request was not answered: ${String(error)}\n`))
  })
}

type Decision = { response: Response } | { reason: string }

async function decide({ request, frameId, resourceType }: Paused, contents: WebContents): Promise<Decision> {
  const url = fromChromium(request.url)
  if (resourceType === 'Document' && !mayNavigate(url, frameId, contents)) return { reason: 'Aborted' }
  if (await session.defaultSession.isCancelled({ url, method: request.method, resourceType })) return { reason: 'BlockedByClient' }
  const handler = session.defaultSession.protocol.handlers.get(URL.parse(url)?.protocol.slice(0, -1) ?? '')
  return handler ? { response: await handler(new Request(url, { method: request.method })) } : { reason: 'NameNotResolved' }
}

function mayNavigate(url: string, frameId: string, contents: WebContents): boolean {
  const isMainFrame = contents.frames.isMain(frameId)
  if (isMainFrame && contents.isLeadBySelf) {
    contents.isLeadBySelf = false
    return true
  }
  const event = preventable({ url, isMainFrame, isSameDocument: false, frame: contents.frames.of(frameId) ?? null })
  contents.emit('will-frame-navigate', event)
  if (isMainFrame) contents.emit('will-navigate', event)
  return !event.defaultPrevented
}

async function fulfil(target: Target, requestId: string, response: Response): Promise<unknown> {
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }))
  return target.send('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders, body })
}
