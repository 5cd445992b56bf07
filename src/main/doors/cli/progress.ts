import type { Bus } from '../../engine/bus.ts'

/** Between two lines about one job, where there is no terminal to write over. */
const quietMs = 2000

/** Shows on standard error how far the jobs are that the bus tells of, until `stop`. */
export function showProgress(bus: Bus, terminal: { isTTY?: boolean; write(text: string): unknown }): { stop(): void } {
  const ending = new AbortController()
  let lastShown = Date.now()
  let isLineOpen = false
  const show = async () => {
    for await (const event of bus.subscribe(ending.signal)) {
      if (event.type !== 'job' || event.job.state !== 'running' || event.job.progress === null) continue
      const line = `${event.job.label} ${Math.floor(event.job.progress * 100)} %${event.job.note ? `, ${event.job.note}` : ''}`
      if (terminal.isTTY) terminal.write(`\r${line}\u001b[K`)
      else if (Date.now() - lastShown >= quietMs) terminal.write(`${line}\n`)
      else continue
      lastShown = Date.now()
      isLineOpen = terminal.isTTY === true
    }
  }
  void show()
  return {
    stop() {
      ending.abort()
      if (isLineOpen) terminal.write('\r\u001b[K')
    },
  }
}
