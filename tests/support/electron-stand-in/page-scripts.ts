/* oxlint-disable unicorn/consistent-function-scoping -- the two scripts enter the page by their source and must be whole */

/** What both halves of the stand-in's page side must know. */
export interface PageOptions {
  /** Begins the names of the events between the two worlds. */
  nonce: string
  /** The function that the debugging protocol gives the isolated world to speak with the main process. */
  binding: string
  /** The origin of the page for the application, and in Chromium. */
  ourOrigin: string
  chromiumOrigin: string
}

/** What the isolated world tells the main process. */
export type FromPage =
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'file'; id: number }
  | { kind: 'port'; id: number; data: PortData }
  | { kind: 'port closed'; id: number }

interface Exposed {
  name: string
  values: object
  functions: string[]
}
interface Call {
  id: number
  name: string
  key: string
  args: { value?: unknown; file?: number }[]
}
interface Answer {
  id: number
  value?: unknown
  error?: unknown
  isError?: boolean
}

export type PortData = { text: string } | { bytes: string } | { json: unknown }

/** What the main process calls in the isolated world. */
export interface IsolatedWorld {
  files: Map<number, File>
  deliver(channel: string, args: unknown[], ports: number[]): void
  answer(id: number, answer: { value?: unknown; error?: string }): void
  path(id: number, path: string): void
  port(id: number, data: PortData): void
  closePort(id: number): void
}

export function scriptsFor(options: PageOptions, preload: string): { main: string; isolated: string } {
  const given = JSON.stringify(options)
  return {
    main: `(${mainWorld.toString()})(${given})`,
    isolated: `(${isolatedWorld.toString()})(${given}, function (require, module, exports) {\n${preload}\n})`,
  }
}

/** Runs in the page's own world: makes what the preload exposes, and carries calls over as text. */
function mainWorld({ nonce }: PageOptions): void {
  const calls = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  let lastId = 0
  const call = (name: string, key: string, args: unknown[]) =>
    new Promise((resolve, reject) => {
      lastId += 1
      calls.set(lastId, { resolve, reject })
      const holder = document.createElement('input')
      const files = new DataTransfer()
      const plain = args.map((arg) => (arg instanceof File ? { file: (files.items.add(arg), files.files.length - 1) } : { value: arg }))
      holder.type = 'file'
      holder.files = files.files
      holder.id = nonce
      document.documentElement.append(holder)
      document.dispatchEvent(new CustomEvent(`${nonce}:call`, { detail: JSON.stringify({ id: lastId, name, key, args: plain }) }))
      holder.remove()
    })
  document.addEventListener(`${nonce}:expose`, (event) => {
    const { name, values, functions } = JSON.parse((event as CustomEvent<string>).detail) as Exposed
    const made = Object.fromEntries(functions.map((key) => [key, (...args: unknown[]) => call(name, key, args)]))
    Object.defineProperty(window, name, { value: Object.freeze({ ...values, ...made }), enumerable: true })
  })
  document.addEventListener(`${nonce}:answer`, (event) => {
    const { id, value, error, isError } = JSON.parse((event as CustomEvent<string>).detail) as Answer
    const asker = calls.get(id)
    calls.delete(id)
    if (error === undefined) asker?.resolve(value)
    else asker?.reject(isError ? new Error(error as string) : error)
  })
}

/** Runs in a world of its own beside the page's: has the few modules that a sandboxed preload may require, and runs it. */
function isolatedWorld(options: PageOptions, preload: (require: (name: string) => unknown, module: object, exports: object) => void): void {
  if (window !== window.top) return
  const { nonce, binding, ourOrigin, chromiumOrigin } = options
  type Listener = (event: object, ...args: unknown[]) => void
  const world = globalThis as unknown as Record<string, unknown>
  const post = (message: FromPage) => (world[binding] as (text: string) => void)(JSON.stringify(message))
  const listeners = new Map<string, Set<Listener>>()
  const answers = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  const exposed = new Map<string, Record<string, unknown>>()
  const ports = new Map<number, MessagePort>()
  const files = new Map<number, File>()
  const paths = new WeakMap<File, string>()
  let lastId = 0

  const plainPost = window.postMessage.bind(window)
  window.postMessage = ((message: unknown, origin: string, transfer: Transferable[] = []) =>
    plainPost(message, origin === ourOrigin ? chromiumOrigin : origin, transfer)) as typeof window.postMessage

  const encode = async (data: unknown): Promise<PortData> => {
    if (typeof data === 'string') return { text: data }
    if (!(data instanceof Uint8Array)) return { json: data }
    const reader = new FileReader()
    return new Promise((resolve) => {
      reader.addEventListener('load', () => resolve({ bytes: (reader.result as string).replace(/^.*,/, '') }))
      reader.readAsDataURL(new Blob([data as Uint8Array<ArrayBuffer>]))
    })
  }
  const decode = (data: PortData): unknown => {
    if ('text' in data) return data.text
    return 'json' in data ? data.json : Uint8Array.from(atob(data.bytes), (letter) => letter.codePointAt(0) ?? 0)
  }
  const openPort = (id: number): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    let before = Promise.resolve()
    port1.addEventListener('message', ({ data }) => {
      before = before.then(async () => post({ kind: 'port', id, data: await encode(data) }))
    })
    port1.addEventListener('close', () => post({ kind: 'port closed', id }))
    port1.start()
    ports.set(id, port1)
    return port2
  }
  const pathOf = (file: File) =>
    new Promise<void>((resolve) => {
      lastId += 1
      const id = lastId
      files.set(id, file)
      answers.set(id, {
        resolve: (path) => {
          files.delete(id)
          paths.set(file, path as string)
          resolve()
        },
        reject: () => resolve(),
      })
      post({ kind: 'file', id })
    })
  const take = (id: number, { value, error }: { value?: unknown; error?: string }) => {
    const asker = answers.get(id)
    answers.delete(id)
    if (error === undefined) asker?.resolve(value)
    else asker?.reject(new Error(error))
  }
  const reachable: IsolatedWorld = {
    files,
    deliver(channel, args, given) {
      const event = { ports: given.map(openPort) }
      for (const listener of listeners.get(channel) ?? []) listener(event, ...args)
    },
    answer: take,
    path: (id, path) => take(id, { value: path }),
    port: (id, data) => ports.get(id)?.postMessage(decode(data)),
    closePort: (id) => ports.get(id)?.close(),
  }
  world[nonce] = reachable

  // The bridge: Electron copies what crosses, and of an Error it leaves only a message that begins with "Uncaught".
  const answerPage = (detail: Answer) => document.dispatchEvent(new CustomEvent(`${nonce}:answer`, { detail: JSON.stringify(detail) }))
  document.addEventListener(`${nonce}:call`, (event) => {
    const { id, name, key, args } = JSON.parse((event as CustomEvent<string>).detail) as Call
    const held = (document.getElementById(nonce) as HTMLInputElement | null)?.files
    const real = args.map(({ value, file }) => (file === undefined ? value : held?.item(file)))
    const run = async () => {
      for (const arg of real) if (arg instanceof File) await pathOf(arg)
      const api = exposed.get(name) as Record<string, (...given: unknown[]) => unknown>
      return api[key]?.(...real)
    }
    run().then(
      (value) => answerPage({ id, value }),
      (error: unknown) =>
        answerPage(error instanceof Error ? { id, isError: true, error: `Uncaught ${error.name}: ${error.message}` } : { id, error }),
    )
  })
  const modules: Record<string, unknown> = {
    electron: {
      contextBridge: {
        exposeInMainWorld(name: string, api: Record<string, unknown>) {
          exposed.set(name, api)
          const functions = Object.keys(api).filter((key) => typeof api[key] === 'function')
          const values = Object.fromEntries(Object.entries(api).filter(([, value]) => typeof value !== 'function'))
          document.dispatchEvent(new CustomEvent(`${nonce}:expose`, { detail: JSON.stringify({ name, values, functions }) }))
        },
      },
      ipcRenderer: {
        send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args }),
        invoke: (channel: string, ...args: unknown[]) =>
          new Promise((resolve, reject) => {
            lastId += 1
            answers.set(lastId, { resolve, reject })
            post({ kind: 'invoke', id: lastId, channel, args })
          }),
        on: (channel: string, listener: Listener) => void listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
      },
      webUtils: { getPathForFile: (file: File) => paths.get(file) ?? '' },
    },
  }
  preload(
    (name) => {
      if (!Object.hasOwn(modules, name)) throw new Error(`module not found: ${name}`)
      return modules[name]
    },
    { exports: {} },
    {},
  )
}
