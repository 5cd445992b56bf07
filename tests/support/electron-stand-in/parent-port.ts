import { EventEmitter } from 'node:events'
import type { UtilityMessage } from './utility-process.ts'

// Loaded first in a forked process: gives it the process.parentPort that Electron's utility process has.

const ports = new Map<number, UtilityPort>()

/** An end of a port that was handed to this process. */
class UtilityPort extends EventEmitter {
  readonly #id: number
  #isStarted = false
  #isClosed = false
  #held: unknown[] = []

  constructor(id: number) {
    super()
    this.#id = id
  }

  postMessage(data: unknown): void {
    if (!this.#isClosed) send({ kind: 'port', id: this.#id, data })
  }

  start(): void {
    this.#isStarted = true
    for (const data of this.#held.splice(0)) this.emit('message', { data, ports: [] })
  }

  close(): void {
    if (!this.#isClosed) send({ kind: 'port closed', id: this.#id })
    this.end()
  }

  receive(data: unknown): void {
    if (this.#isStarted) this.emit('message', { data, ports: [] })
    else this.#held.push(data)
  }

  end(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.emit('close')
  }
}

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    send({ kind: 'message', message, ports: [] })
  }
}

const parentPort = new ParentPort()
const held: UtilityMessage[] = []

function send(message: UtilityMessage): void {
  if (process.connected) process.send?.(message)
}

function take(message: UtilityMessage): void {
  if (message.kind === 'port') return ports.get(message.id)?.receive(message.data)
  if (message.kind === 'port closed') return ports.get(message.id)?.end()
  for (const id of message.ports) ports.set(id, new UtilityPort(id))
  parentPort.emit('message', { data: message.message, ports: message.ports.map((id) => ports.get(id)) })
}

// As in Electron, what arrives before anyone listens is kept.
parentPort.on('newListener', (event) => {
  if (event === 'message') setImmediate(() => held.splice(0).forEach(take))
})
process.on('message', (message: UtilityMessage) => {
  if (parentPort.listenerCount('message') === 0) held.push(message)
  else take(message)
})
process.on('disconnect', () => process.exit())
Object.defineProperty(process, 'parentPort', { value: parentPort })
