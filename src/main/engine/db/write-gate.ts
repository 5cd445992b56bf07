/** Lets one writer in at a time: transactions of this thread, and jobs in worker threads that write through a connection of their own.
 *  Waiting here keeps the event loop free; waiting in SQLite would block it. */
export interface WriteGate {
  run<Result>(work: () => Promise<Result>): Promise<Result>
}

export function openGate(): WriteGate {
  let last: Promise<unknown> = Promise.resolve()
  return {
    async run(work) {
      const turn = last.then(work, work)
      last = turn.catch(() => undefined)
      return turn
    },
  }
}
