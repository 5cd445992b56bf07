import { protocol, type Session } from 'electron'
import { join } from 'node:path'
import { readPageFile } from '../doors/page-files.ts'
import { pageHeaders } from '../doors/page-headers.ts'
import { isOurPage, pageScheme } from './our-page.ts'

const pageFolder = join(import.meta.dirname, '../renderer')

/** Must run before the application is ready. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges }])
}

/** Serves the built page at troupe://app/ and nothing else. */
export function servePage({ protocol }: Session): void {
  protocol.handle(pageScheme, async ({ url, method }) => {
    const file = isOurPage(url) && method === 'GET' ? await readPageFile(pageFolder, new URL(url).pathname) : null
    if (file) return new Response(file.bytes, { headers: { ...pageHeaders, 'content-type': file.mediaType } })
    return new Response('There is nothing at this address.', { status: 404, headers: { ...pageHeaders, 'content-type': 'text/plain' } })
  })
}
