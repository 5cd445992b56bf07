import { resolve } from 'node:path'
import { failureOf } from '../../engine/failure.ts'
import { defaultWorkspace } from '../default-workspace.ts'
import type { Command, Described, Outcome } from './command.ts'
import { commands } from './commands/all.ts'
import { helpFor, helpOn, helpOnAll } from './help.ts'
import { outputTo, type Output, type Streams } from './output.ts'
import { parseFor, type Parsed } from './parse.ts'
import { misused, UsageError } from './usage-error.ts'

/** Runs one command line and says how it went: 0 done, 1 it cannot be done, 2 the line is wrong. */
export async function runCommandLine(argv: readonly string[], streams: Streams): Promise<number> {
  const output = outputTo(streams, argv.includes('--json'))
  try {
    const words = withCommandFirst(argv)
    const [first] = words
    if (first === help.name || first === '--help' || first === '-h') return say(helpFor(listed, words.slice(1)), output)
    const command = commandOf(words)
    if (command) return await run(command, parseFor(command, words.slice(command.name.split(' ').length)), output)
    return withoutCommand(words, output)
  } catch (error) {
    return fail(error, output)
  }
}

/** Answered without being run; listed like any other. */
const help = {
  name: 'help',
  summary: 'Lists the commands, or explains one; "help procedures" lists what "call" takes',
  arguments: [{ name: 'COMMAND', note: 'one of them', optional: true, many: true }],
} as const
const listed: readonly Described[] = [...commands, help]

/** `--workspace DIR` and `--json` may also stand before the command. */
function withCommandFirst(argv: readonly string[]): string[] {
  const words = [...argv]
  const early: string[] = []
  while (words[0]?.startsWith('--') && words[0] !== '--help') early.push(...words.splice(0, words[0] === '--workspace' ? 2 : 1))
  return [...words, ...early]
}

function commandOf(words: readonly string[]): Command | undefined {
  const isMeant = ({ name }: Command) => [1, 2, 3].some((count) => name === words.slice(0, count).join(' '))
  return commands.filter(isMeant).toSorted((a, b) => b.name.length - a.name.length)[0]
}

function withoutCommand(words: readonly string[], output: Output): number {
  const group = groupOf(words)
  if (words.some((word) => word === '--help' || word === '-h') && group) return say(helpFor(listed, [group]), output)
  output.say(helpOnAll(listed, group))
  const [first = ''] = words
  if (!first || first.startsWith('-')) return misused('A command is needed.')
  const count = group.split(' ').length + (group ? 1 : 2)
  return misused(
    `There is no command "${words
      .slice(0, count)
      .filter((word) => !word.startsWith('-'))
      .join(' ')}".`,
  )
}

/** The longest beginning that several commands share, such as "clients" or "contracts identities". */
function groupOf(words: readonly string[]): string {
  const beginnings = [2, 1].map((count) => words.slice(0, count).join(' '))
  return beginnings.find((beginning) => beginning !== '' && commands.some(({ name }) => name.startsWith(`${beginning} `))) ?? ''
}

async function run(command: Command, { help: isAsking, values, workspace }: Parsed, output: Output): Promise<number> {
  if (isAsking) return say(helpOn(command), output)
  if ('run' in command) {
    // The engine takes half a second to load; help, wrong words and the server that starts it elsewhere do without.
    const { runInWorkspace } = await import('./in-workspace.ts')
    return answer(await runInWorkspace(command, resolve(workspace ?? defaultWorkspace()), values, output.say), output)
  }
  const folder = resolve(workspace ?? command.usualFolder?.() ?? defaultWorkspace())
  const interrupting = new AbortController()
  const interrupt = () => interrupting.abort()
  process.on('SIGINT', interrupt)
  try {
    const outcome = await command.runOutside({ folder, values, say: output.say, answer: output.answer, onInterrupt: interrupting.signal })
    return outcome ? answer(outcome, output) : 0
  } finally {
    process.off('SIGINT', interrupt)
  }
}

function say(help: string, output: Output): number {
  return answer({ json: { help }, text: help }, output)
}

function answer(outcome: Outcome, output: Output): number {
  output.answer(outcome)
  return outcome.exitCode ?? 0
}

function fail(error: unknown, output: Output): number {
  if (!(error instanceof UsageError)) {
    output.fail(failureOf(error, 'troupe'))
    return 1
  }
  output.fail({ code: 'BAD_INPUT', message: error.message })
  output.say('"troupe help" lists the commands, and "troupe help COMMAND" explains one.')
  return 2
}
