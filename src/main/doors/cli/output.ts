import type { Failure } from '../../engine/failure.ts'
import type { Outcome } from './command.ts'

/** Where a command writes; the process's own streams, outside tests. */
export interface Streams {
  out(text: string): void
  err(text: string): void
}

export interface Output {
  say(line: string): void
  answer(outcome: Outcome): void
  fail(failure: Failure): void
}

/** Answers go to standard output, all else to standard error; as JSON there is exactly one document on standard output, failure or not. */
export function outputTo({ out, err }: Streams, json: boolean): Output {
  let isAnswered = false
  return {
    say: (line) => err(`${line}\n`),
    answer(outcome) {
      isAnswered = true
      out(json ? `${JSON.stringify(outcome.json, null, 2)}\n` : linesOf(outcome))
    },
    fail({ code, message, data }) {
      if (json && !isAnswered) out(`${JSON.stringify({ error: { code, message, ...(data ? { data } : {}) } }, null, 2)}\n`)
      else err(`${message} (${code})\n`)
    },
  }
}

function linesOf({ text }: Outcome): string {
  const lines = typeof text === 'string' ? text : text()
  return lines && `${lines}\n`
}
