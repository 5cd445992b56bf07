import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Argument, Command, Option } from '#src/main/doors/cli/command.ts'
import { commands } from '#src/main/doors/cli/commands/all.ts'
import { troupeHere } from '#tests/support/command-line.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** What must be wrong usage of a command, whatever it is for. */
function misuses({ name, arguments: wanted = [], options = {} }: Command): string[][] {
  const line = [...name.split(' '), ...wanted.flatMap(fitting)]
  const ofOptions = Object.entries(options).flatMap(([option, { value, kind, choices, needed }]: [string, Option]) => [
    ...(needed ? [line] : []),
    ...(kind || choices ? [[...line, `--${option}=nonsense`]] : []),
    ...(value ? [[...line, `--${option}`]] : [[...line, `--${option}=yes`]]),
  ])
  return [
    [...line, '--nonsense'],
    [...line, '--workspace='],
    ...(wanted.some(({ many }) => many) ? [] : [[...line, ...wanted.map(() => 'surplus'), 'surplus']]),
    ...(wanted.some(({ optional }) => !optional) ? [name.split(' ')] : []),
    ...ofOptions,
  ]
}

const fitting = ({ name, optional }: Argument): string[] => (optional ? [] : [name === 'FINGERPRINT' ? '0'.repeat(64) : 'creators.list'])

describe.each(commands.map((command) => [command.name, command] as const))('%s', (name, command) => {
  test('explains itself, by --help, -h and help', async () => {
    const helped = await troupeHere([...name.split(' '), '--help'])
    expect(helped).toMatchObject({ code: 0, err: '', out: expect.stringContaining(`Usage: troupe ${name}`) })
    expect((await troupeHere([...name.split(' '), '-h'])).out).toBe(helped.out)
    expect((await troupeHere(['help', ...name.split(' ')])).out).toBe(helped.out)
    expect((await troupeHere([...name.split(' '), '--help', '--json'])).json).toEqual({ help: helped.out.trimEnd() })
  })

  test('ends with 2 and one JSON document where the words are wrong, before it looks at any workspace', async () => {
    const folder = join(temporaryFolder(), 'none')
    for (const args of misuses(command)) {
      const { code, out } = await troupeHere(
        [...args, '--json', '--workspace', folder].slice(0, args.at(-1) === '--workspace=' ? -2 : undefined),
      )
      const { error } = JSON.parse(out) as { error?: { code: string; message: string } }
      expect([args, code, error?.code]).toEqual([args, 2, 'BAD_INPUT'])
      expect(error?.message).toMatch(/^\S.*[.]$/s)
    }
    expect(existsSync(folder)).toBe(false)
  })
})
