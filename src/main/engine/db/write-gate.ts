/** Lets one writer in at a time: transactions of this thread, and jobs in worker threads that write through a connection of their own.
 *  Waiting here keeps the event loop free; waiting in SQLite would block it. */
export class WriteGate {
  #last: Promise<unknown> = Promise.resolve()

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work, work)
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
