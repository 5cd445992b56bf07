import { EventEmitter } from 'node:events'
import { app } from './app.ts'

type PageHandler = (request: Request) => Response | Promise<Response>
interface RequestDetails {
  url: string
  method: string
  resourceType: string
}
type RequestListener = (details: RequestDetails, answer: (decision: { cancel?: boolean }) => void) => void
type PermissionHandler = (contents: unknown, permission: string, answer: (isGranted: boolean) => void, details: object) => void
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean

class StandInProtocol {
  readonly handlers = new Map<string, PageHandler>()
  readonly privileged = new Set<string>()

  registerSchemesAsPrivileged(schemes: readonly { scheme: string }[]): void {
    app.mustNotBeReady('protocol.registerSchemesAsPrivileged')
    for (const { scheme } of schemes) this.privileged.add(scheme)
  }

  handle(scheme: string, handler: PageHandler): void {
    app.mustBeReady('protocol.handle')
    this.handlers.set(scheme, handler)
  }
}

class StandInSession extends EventEmitter {
  readonly protocol = new StandInProtocol()
  permissionRequest: PermissionHandler | null = null
  permissionCheck: PermissionCheck | null = null
  #requestListener: RequestListener | null = null
  readonly webRequest = {
    onBeforeRequest: (listener: RequestListener): void => {
      this.#requestListener = listener
    },
  }

  setPermissionRequestHandler(handler: PermissionHandler): void {
    this.permissionRequest = handler
  }

  setPermissionCheckHandler(check: PermissionCheck): void {
    this.permissionCheck = check
  }

  setDevicePermissionHandler(): void {}

  /** What the application's own listener says to a request. */
  async isCancelled(details: RequestDetails): Promise<boolean> {
    const listener = this.#requestListener
    return listener ? new Promise((resolve) => listener(details, ({ cancel = false }) => resolve(cancel))) : false
  }

  /** What the application's own handlers say to a wish of the page; without handlers Electron grants everything. */
  async isGranted(contents: unknown, permission: string): Promise<boolean> {
    const request = this.permissionRequest
    const isAnswered = request ? await new Promise<boolean>((resolve) => request(contents, permission, resolve, {})) : true
    return isAnswered && (this.permissionCheck?.(contents, permission, '', {}) ?? true)
  }
}

const defaultSession = new StandInSession()
export const session = {
  get defaultSession(): StandInSession {
    app.mustBeReady('session.defaultSession')
    return defaultSession
  },
}
export const { protocol } = defaultSession
