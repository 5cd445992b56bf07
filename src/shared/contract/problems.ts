import { z } from 'zod'

type Issue = z.core.$ZodRawIssue

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}
const forms: Readonly<Record<string, string>> = {
  uuid: 'This is not an id.',
  date: 'Give a day such as 2026-03-31.',
  datetime: 'Give an instant such as 2026-03-31T09:00:00Z.',
}

/** What is wrong with a value, in words for a person; null leaves it to the library. */
function problemIn(issue: Issue): string | null {
  if (issue.code === 'invalid_type') return wrongKind(issue.expected, issue.input)
  if (issue.code === 'too_small') return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false)
  if (issue.code === 'too_big') return tooBig(issue.origin, Number(issue.maximum), issue.inclusive !== false)
  if (issue.code === 'invalid_format') return forms[issue.format] ?? null
  if (issue.code === 'invalid_value') return `It is one of: ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'unrecognized_keys') return `There is no ${issue.keys.join(', ')} here.`
  return null
}

function wrongKind(expected: string, input: unknown): string {
  return input === undefined ? 'It is missing.' : `It has to be ${kinds[expected] ?? `a ${expected}`}.`
}

function tooSmall(origin: string, least: number, inclusive: boolean): string {
  if (origin === 'string') return least === 1 ? 'It is empty.' : `It has fewer than ${least} letters.`
  if (origin === 'array') return least === 1 ? 'At least one is needed.' : `At least ${least} are needed.`
  return inclusive ? `It has to be ${least} or more.` : `It has to be more than ${least}.`
}

function tooBig(origin: string, most: number, inclusive: boolean): string {
  if (origin === 'string') return `It has more than ${most} letters.`
  if (origin === 'array') return `There are more than ${most}.`
  return inclusive ? `It has to be ${most} or less.` : `It has to be less than ${most}.`
}

/** From now on every schema of this process speaks so, unless it has words of its own. */
export function speakPlainly(): void {
  z.config({ customError: problemIn })
}
