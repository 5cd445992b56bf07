import { text as readAll } from 'node:stream/consumers'
import { raise } from '#src/shared/contract/errors.ts'
import { contract } from '#src/shared/contract/index.ts'
import { userName } from '../../user-name.ts'
import type { Command, InWorkspace, WorkspaceCommand } from '../command.ts'
import { misused } from '../usage-error.ts'
import type { Values } from '../values.ts'

const call: WorkspaceCommand = {
  name: 'call',
  summary: 'Calls any procedure of the contract with its input as JSON',
  readsOnly: (values) => isReading(values.argument('PROCEDURE')),
  arguments: [
    { name: 'PROCEDURE', note: 'such as creators.list; "troupe help procedures" lists them' },
    { name: 'JSON', note: 'the input; - reads it from standard input', optional: true },
  ],
  options: {
    read: { value: 'FIELD=FILE', note: 'a file to be read, as a grant in that field of the input', many: true },
    write: { value: 'FIELD=FILE', note: 'a file to be written, likewise', many: true },
    out: { value: 'FILE', note: 'where the bytes go, when the procedure answers with a PDF or a picture' },
  },
  check(values) {
    const given = values.argumentIfGiven('JSON')
    if (given !== undefined && given !== '-') objectIn(given)
  },
  async run({ engine, values, files }) {
    const input = {
      ...(await inputFrom(values)),
      ...grantsFrom(values, 'read', files.toRead),
      ...grantsFrom(values, 'write', files.toWrite),
    }
    const answer = await engine.callByName(values.argument('PROCEDURE'), input, userName('command line'))
    if (isStream(answer))
      raise('BAD_INPUT', `${values.argument('PROCEDURE')} answers with a stream of events, which the command line does not follow.`)
    const json = await withoutBytes(answer, async (bytes) => {
      const out = values.text('out')
      if (out !== undefined) await engine.grants.writeBytes(files.toWrite(out), bytes)
    })
    return { json, text: JSON.stringify(json, null, 2) }
  },
  details: 'The answer is printed as JSON, with or without --json.',
}

function isReading(name: string): boolean {
  const [feature = '', procedure = ''] = name.split('.')
  const group: Readonly<Record<string, unknown>> = Object.hasOwn(contract, feature) ? contract[feature as keyof typeof contract] : {}
  const found = Object.hasOwn(group, procedure) ? group[procedure] : undefined
  return (found as { '~orpc'?: { meta: { isReading: boolean } } } | undefined)?.['~orpc']?.meta.isReading ?? false
}

async function inputFrom(values: Values): Promise<Record<string, unknown>> {
  const given = values.argumentIfGiven('JSON') ?? '{}'
  return objectIn(given === '-' ? await readAll(process.stdin) : given)
}

function objectIn(text: string): Record<string, unknown> {
  const input = parsed(text)
  return typeof input === 'object' && input !== null && !Array.isArray(input)
    ? (input as Record<string, unknown>)
    : misused('The input has to be a JSON object, such as {"limit": 5}.')
}

function parsed(given: string): unknown {
  try {
    return JSON.parse(given)
  } catch (error) {
    return misused(`The input is not JSON: ${(error as Error).message}.`)
  }
}

function grantsFrom(values: Values, option: 'read' | 'write', grant: InWorkspace['files']['toRead']): Record<string, string> {
  return Object.fromEntries(
    (values.many(option) ?? []).map((pair) => {
      const [, field = '', path = ''] =
        /^(\w+)=(.+)$/.exec(pair) ??
        misused(`--${option} takes a field and a file, such as ${option === 'read' ? 'file=list.csv' : 'file=list.xlsx'}; not "${pair}".`)
      return [field, grant(path)]
    }),
  )
}

function isStream(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
}

/** JSON has no bytes: they are kept elsewhere, and what kind and how many they are stands in their place. */
async function withoutBytes(answer: unknown, keep: (bytes: Uint8Array) => Promise<void>): Promise<unknown> {
  if (typeof answer !== 'object' || answer === null) return answer
  const entries = await Promise.all(
    Object.entries(answer).map(async ([key, value]) => {
      if (!(value instanceof Blob)) return [key, value] as const
      await keep(new Uint8Array(await value.arrayBuffer()))
      return [key, { mediaType: value.type, bytes: value.size }] as const
    }),
  )
  return Array.isArray(answer) ? answer : Object.fromEntries(entries)
}

export const callCommands: readonly Command[] = [call]
