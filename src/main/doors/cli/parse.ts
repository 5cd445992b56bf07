import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { Argument, Command } from './command.ts'
import { misused } from './usage-error.ts'
import { valuesOf, type Values } from './values.ts'

/** Options that every command takes. */
export const sharedOptions = {
  workspace: { value: 'DIR', note: 'the workspace folder; else TROUPE_WORKSPACE, else the one that "npm start" opens' },
  json: { note: 'prints exactly one JSON document on standard output' },
  help: { note: 'shows this help' },
} as const

export interface Parsed {
  values: Values
  workspace: string | undefined
  json: boolean
  help: boolean
}

/** Reads the words after a command's name. Ends with a usage error for an unknown option, a missing argument or one too many. */
export function parseFor(command: Command, words: readonly string[]): Parsed {
  const options = Object.entries({ ...sharedOptions, ...command.options })
  const config: ParseArgsOptionsConfig = Object.fromEntries(
    options.map(([name, option]) => [
      name,
      {
        type: 'value' in option && option.value ? ('string' as const) : ('boolean' as const),
        multiple: 'many' in option && option.many === true,
        ...(name === 'help' ? { short: 'h' } : {}),
      },
    ]),
  )
  const { values, positionals } = split(words, config)
  const help = values.help === true
  const workspace = typeof values.workspace === 'string' ? values.workspace : undefined
  // An empty path would mean the current folder, which nobody has named.
  if (workspace?.trim() === '') misused('--workspace takes a folder, and none is named.')
  const read = valuesOf(values, help ? {} : assign(command.arguments ?? [], positionals))
  if (!help) expectValid(command, read)
  return {
    values: read,
    workspace,
    json: values.json === true,
    help,
  }
}

function split(words: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS')) throw error
    return misused(reasonOf((error as Error).message, words))
  }
}

/** Node's reason as one sentence of ours, because its own goes on for several or names no value. */
function reasonOf(message: string, words: readonly string[]): string {
  const [, option = '', told = ''] =
    /^Option '(?:-\w, )?(--[\w-]+)(?: <value>)?' (argument is ambiguous|argument missing|does not take an argument)/.exec(message) ?? []
  if (told === 'does not take an argument') return `${option} takes no value.`
  const next = words[words.indexOf(option) + 1] ?? ''
  if (told === 'argument is ambiguous' && !next.startsWith('--'))
    return `${option} needs a value; one that begins with a dash is written ${option}=${next}.`
  if (told) return `${option} needs a value.`
  const [, unknown] = /^Unknown option '([^']+)'/.exec(message) ?? []
  return unknown ? `There is no option ${unknown} here.` : message
}

function assign(wanted: readonly Argument[], given: readonly string[]): Record<string, string[]> {
  const left = [...given]
  const assigned: Record<string, string[]> = {}
  for (const { name, optional, many } of wanted) {
    assigned[name] = left.splice(0, many ? left.length : 1)
    if (assigned[name].length === 0 && !optional) misused(`${name} is missing.`)
  }
  if (left.length > 0) misused(`There is one word too many: "${left[0]}".`)
  return assigned
}

function expectWithin(values: Values, name: string, least = 0, most = Number.MAX_SAFE_INTEGER): void {
  const count = values.count(name) ?? least
  if (count < least) misused(`--${name} takes a whole number of ${least} or more, not ${count}.`)
  if (count > most) misused(`--${name} takes a whole number up to ${most}, not ${count}.`)
}

function expectValid(command: Command, values: Values): void {
  expectFiles(command, values)
  for (const [name, { kind, choices, needed, least, most }] of Object.entries(command.options ?? {})) {
    if (needed) values.needed(name)
    if (kind) values[kind](name)
    if (kind === 'count') expectWithin(values, name, least, most)
    if (choices) values.manyOf(name, choices)
  }
  expectOneOf(command.needsOneOf ?? [], values)
  command.check?.(values)
}

const isFile = (name: string | undefined) => name?.startsWith('FILE') === true
const isEmpty = (given: string | undefined) => given?.trim() === ''

/** A file that nobody has named would be the current folder. */
function expectFiles({ arguments: wanted = [], options = {} }: Command, values: Values): void {
  for (const { name } of wanted) if (isFile(name) && isEmpty(values.argumentIfGiven(name))) misused(`${name} names no file.`)
  for (const [name, { value }] of Object.entries(options))
    if (isFile(value) && isEmpty(values.text(name))) misused(`--${name} takes a file, and none is named.`)
}

function expectOneOf(names: readonly string[], values: Values): void {
  if (names.length === 0 || names.some((name) => values.many(name) !== undefined)) return
  const [shown, more] = [names.slice(0, 4).map((name) => `--${name}`), names.length > 4 ? ', …' : '']
  misused(`At least one of ${shown.join(', ')}${more} is needed.`)
}
