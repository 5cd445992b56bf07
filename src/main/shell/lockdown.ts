import type { Session, WebContents } from 'electron'
import { isOurPage, isOurRequest } from './our-page.ts'

/** No request leaves this computer, no permission is given, nothing is downloaded by the page itself. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurRequest(url) && !url.startsWith('devtools:') }))
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isHarmless(permission)))
  session.setPermissionCheckHandler((_contents, permission) => isHarmless(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

/** The page stays where it is, opens nothing, and embeds nothing. */
export function lockContents(contents: WebContents): void {
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function stay(event: { preventDefault(): void; url: string }): void {
  if (!isOurPage(event.url)) event.preventDefault()
}

/** Copying text out is all that the page needs leave for. */
function isHarmless(permission: string): boolean {
  return permission === 'clipboard-sanitized-write'
}
