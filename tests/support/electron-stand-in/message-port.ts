import { EventEmitter } from 'node:events'

/** Where messages go once a port was handed to another process or into a page. */
export interface Relay {
  message(data: unknown): void
  closed(): void
}

/** Stands in for MessagePortMain: copies messages, holds them until started, and tells the other end when it closes. */
export class StandInPort extends EventEmitter {
  private other: StandInPort | null = null
  #relay: Relay | null = null
  #isStarted = false
  #isClosed = false
  #held: unknown[] = []

  static pair(): { port1: StandInPort; port2: StandInPort } {
    const [port1, port2] = [new StandInPort(), new StandInPort()]
    port1.other = port2
    port2.other = port1
    return { port1, port2 }
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (this.#relay) throw new Error('This port was handed over and can no longer be used here.')
    if (transfer.length > 0) throw new Error('The stand-in does not send ports through ports.')
    this.send(structuredClone(message))
  }

  start(): void {
    this.#isStarted = true
    for (const data of this.#held.splice(0)) this.#deliver(data)
  }

  close(): void {
    this.end()
    this.other?.end()
  }

  /** Hands this end over: what arrives goes to `relay`, and its keeper calls `send` and `close` from then on. */
  handOver(relay: Relay): void {
    if (this.#relay) throw new Error('This port was handed over before.')
    this.#relay = relay
    for (const data of this.#held.splice(0)) relay.message(data)
    if (this.#isClosed) relay.closed()
  }

  send(data: unknown): void {
    if (!this.#isClosed) this.other?.receive(data)
  }

  private receive(data: unknown): void {
    if (this.#relay) this.#relay.message(data)
    else if (this.#isStarted) this.#deliver(data)
    else this.#held.push(data)
  }

  #deliver(data: unknown): void {
    setImmediate(() => this.emit('message', { data, ports: [] }))
  }

  private end(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    if (this.#relay) this.#relay.closed()
    else setImmediate(() => this.emit('close'))
  }
}

/** Stands in for MessageChannelMain. */
export class MessageChannelMain {
  readonly port1: StandInPort
  readonly port2: StandInPort

  constructor() {
    const { port1, port2 } = StandInPort.pair()
    this.port1 = port1
    this.port2 = port2
  }
}

/** Keeps the ends that were handed to one other place, by number. */
export class HandedPorts {
  readonly #ports = new Map<number, StandInPort>()
  #lastId = 0

  add(port: StandInPort, relay: (id: number) => Relay): number {
    this.#lastId += 1
    const id = this.#lastId
    this.#ports.set(id, port)
    port.handOver(relay(id))
    return id
  }

  send(id: number, data: unknown): void {
    this.#ports.get(id)?.send(data)
  }

  close(id: number): void {
    this.#ports.get(id)?.close()
    this.#ports.delete(id)
  }

  closeAll(): void {
    for (const id of this.#ports.keys()) this.close(id)
  }
}
