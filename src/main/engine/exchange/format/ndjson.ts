import type { z } from 'zod'
import { damaged } from './archive.ts'

/** One JSON value a line, UTF-8. */
export function toLines(values: readonly unknown[]): Uint8Array {
  return Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''), 'utf8')
}

/** The values of the lines, each checked. Raises FILE_DAMAGED with the line that is wrong. */
export function fromLines<Value>(name: string, bytes: Uint8Array, schema: z.ZodType<Value>): Value[] {
  const text = decode(name, bytes)
  if (text !== '' && !text.endsWith('\n')) damaged(`${name} is cut off`)
  return text
    .split('\n')
    .slice(0, -1)
    .map((line, at) => {
      const checked = schema.safeParse(parse(name, line, at))
      return checked.success
        ? checked.data
        : damaged(
            `line ${at + 1} of ${name} is not valid (${checked.error.issues[0]?.path.join('.')}: ${checked.error.issues[0]?.message})`,
          )
    })
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    return damaged(`${name} is not text`, error)
  }
}

function parse(name: string, line: string, at: number): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    return damaged(`line ${at + 1} of ${name} is not JSON`, error)
  }
}
