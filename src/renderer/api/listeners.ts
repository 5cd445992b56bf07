/** Whoever wants to hear of something. */
export interface Listeners<Heard extends unknown[] = []> {
  tell(...heard: Heard): void
  /** Answers with what stops listening. */
  subscribe(listener: (...heard: Heard) => void): () => void
}

export function createListeners<Heard extends unknown[] = []>(): Listeners<Heard> {
  const listeners = new Set<(...heard: Heard) => void>()
  return {
    tell(...heard) {
      for (const listener of listeners) listener(...heard)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
