import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { raise } from '#src/shared/contract/errors.ts'
import type { Option } from './command.ts'
import { misused } from './usage-error.ts'
import type { Values } from './values.ts'

/** Where a passphrase may come from. Never from the command line itself, where other programs and the shell's history can read it. */
export interface Secret {
  /** Option that names a file whose first line it is; "-" is standard input. */
  option: string
  /** Variable of the environment. */
  variable: string
  /** What a person is asked for. */
  question: string
}

export const signingPassphrase: Secret = {
  option: 'passphrase-file',
  variable: 'TROUPE_PASSPHRASE',
  question: 'Passphrase of the signing key',
}
export const fileSecret: Secret = {
  option: 'file-passphrase-file',
  variable: 'TROUPE_FILE_PASSPHRASE',
  question: 'Passphrase of the key file',
}

export function secretOption({ variable }: Secret, what: string): Option {
  return { value: 'FILE', note: `${what}: a file whose first line it is, or - for standard input; else ${variable}, else you are asked` }
}

/** The secret as the file or the environment gives it; undefined where neither does. Raises FILE_UNREADABLE. */
export function givenSecret(values: Values, { option, variable }: Secret): string | undefined {
  const file = values.text(option)
  if (file === undefined) return process.env[variable] || undefined
  try {
    const [line = ''] = readFileSync(file === '-' ? 0 : file, 'utf8').split(/\r?\n/)
    return line || misused(`The first line of what --${option} names is empty.`)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === undefined) throw error
    return raise('FILE_UNREADABLE', `The file with the passphrase cannot be read (${code}).`)
  }
}

/** The same, asking a person at a terminal where neither gives it. Ends with a usage error where there is nobody to ask. */
export async function neededSecret(values: Values, secret: Secret, { twice = false } = {}): Promise<string> {
  const given = givenSecret(values, secret)
  if (given !== undefined) return given
  const { option, variable, question } = secret
  if (!process.stdin.isTTY) return misused(`A passphrase is needed: --${option} names a file with it, or ${variable} holds it.`)
  const answer = (await asked(question)) || misused('A passphrase is needed.')
  if (twice && (await asked(`${question}, once more`)) !== answer) return misused('The two passphrases differ.')
  return answer
}

/** Asks without showing what is typed. */
async function asked(question: string): Promise<string> {
  process.stderr.write(`${question}: `)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    // Closed without a line, by Ctrl-C or Ctrl-D, it is no answer.
    return await new Promise((resolve) => lines.once('line', resolve).once('close', () => resolve('')))
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
