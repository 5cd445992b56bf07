import { contract } from '#src/shared/contract/index.ts'
import type { Argument, Described, Option } from './command.ts'
import { sharedOptions } from './parse.ts'
import { columns } from './table.ts'
import { misused } from './usage-error.ts'

const closing = `Every command takes --workspace DIR and --json, and "troupe help COMMAND" explains it.
Creators are named by id, @handle, PLATFORM:HANDLE or exact name; clients, campaigns and contracts by id, exact name or number.
An id may be cut short as long as it stays unambiguous.
What only reads also works while the window has the workspace open; what changes it is refused then.
Exit codes: 0 done; 1 it cannot be done, and says why; 2 the command line is wrong.`

/** The list of all commands, or of those whose name begins with `group`. */
export function helpOnAll(commands: readonly Described[], group = ''): string {
  const shown = commands.filter(({ name }) => !group || name === group || name.startsWith(`${group} `))
  const lines = columns(shown.map((command) => [`  ${usageOf(command, false)}`, command.summary]))
  return ['Usage: troupe COMMAND [ARGUMENTS] [--workspace DIR] [--json]', '', ...lines, '', closing].join('\n')
}

export function helpOn(command: Described): string {
  const parts = [
    `Usage: troupe ${usageOf(command, true)}`,
    command.summary,
    section(
      'Arguments',
      (command.arguments ?? []).map(({ name, note }) => [`  ${name}`, note]),
    ),
    section(
      'Options',
      Object.entries<Option>({ ...command.options, ...sharedOptions }).map(([name, option]) => [
        `  --${name}${option.value ? ` ${option.value}` : ''}`,
        noteOf(option),
      ]),
    ),
    command.details ?? '',
  ]
  return parts.filter(Boolean).join('\n\n')
}

function usageOf(command: Described, withOptions: boolean): string {
  const options = withOptions && command.options ? ['[OPTIONS]'] : []
  return [command.name, ...(command.arguments ?? []).map(placeOf), ...options].join(' ')
}

function placeOf({ name, optional, many }: Argument): string {
  const place = `${name}${many ? ' …' : ''}`
  return optional ? `[${place}]` : place
}

function noteOf({ note, choices, many, needed }: Option): string {
  const more = [needed && 'needed', many && 'may be repeated'].filter(Boolean).join(', ')
  return [choices ? [note, choices.join(', ')].filter(Boolean).join(': ') : note, more && `(${more})`].filter(Boolean).join(' ')
}

function section(title: string, rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : [`${title}:`, ...columns(rows)].join('\n')
}

/** The help for the words after "help": all commands, one, a group such as "clients", or the procedures that "call" takes. */
export function helpFor(commands: readonly Described[], words: readonly string[]): string {
  const name = words.filter((word) => !word.startsWith('-')).join(' ')
  if (name === 'procedures')
    return Object.entries(contract)
      .flatMap(([feature, procedures]) => Object.keys(procedures).map((one) => `${feature}.${one}`))
      .toSorted()
      .join('\n')
  const command = commands.find((one) => one.name === name)
  if (command) return helpOn(command)
  if (!name || commands.some((one) => one.name.startsWith(`${name} `))) return helpOnAll(commands, name)
  return misused(`There is no command "${name}".`)
}
