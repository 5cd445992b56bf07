import { raise } from '#src/shared/contract/errors.ts'

/** What the number of a contract is made from. */
export interface NumberFacts {
  /** Of the day on which the contract is made. */
  year: string
  client: string
  campaign: string
}

/** The words around the running number; contracts that share them are counted together. */
export interface NumberScope {
  before: string
  after: string
  /** The running number has at least so many digits. */
  digits: number
}

const token = /\{(year|client|campaign|number(?::(\d))?)\}/g

/** Refuses a pattern that makes no numbers. Raises BAD_INPUT. */
export function checkPattern(pattern: string): void {
  const plain = pattern.replaceAll(token, '')
  const numbers = [...pattern.matchAll(token)].filter(([, name]) => name?.startsWith('number'))
  if (numbers.length !== 1)
    raise('BAD_INPUT', 'The pattern for contract numbers needs {number} once, such as {year}-{number:4}; the 4 is how many digits it has.')
  if (numbers[0]?.[2] === '0') raise('BAD_INPUT', 'A running number has one to nine digits, such as {number:4}.')
  if (!/^[\p{L}\p{N} ._/#()-]*$/u.test(plain))
    raise(
      'BAD_INPUT',
      'The pattern for contract numbers may have {year}, {client}, {campaign} and {number}, letters, digits, spaces and . _ / # ( ) -.',
    )
}

/** Fills all of a pattern but its running number. */
export function scopeOf(pattern: string, { year, client, campaign }: NumberFacts): NumberScope {
  const words: Record<string, string> = { year, client: short(client), campaign: short(campaign) }
  let digits = 1
  const filled = pattern.replaceAll(token, (_, name: string, width: string | undefined) => {
    if (!name.startsWith('number')) return words[name] ?? ''
    digits = Number(width ?? 1)
    return '\u0000'
  })
  const [before = '', after = ''] = filled.split('\u0000')
  return { before, after, digits }
}

export function numberIn({ before, after, digits }: NumberScope, running: number): string {
  return `${before}${String(running).padStart(digits, '0')}${after}`
}

/** The running number of a contract's number; null where it is of another scope. */
export function runningIn({ before, after }: NumberScope, number: string): number | null {
  if (!number.startsWith(before) || !number.endsWith(after)) return null
  const middle = number.slice(before.length, number.length - after.length)
  return /^\d{1,15}$/.test(middle) ? Number(middle) : null
}

/** A name as part of a number: letters and digits, at most 24. */
function short(name: string): string {
  const words = name.normalize('NFC').replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  return Array.from(words).slice(0, 24).join('').replaceAll(/^-|-$/g, '')
}
