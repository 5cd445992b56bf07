import { expect, test } from 'vitest'
import { openControl, type Control } from '#src/main/doors/port/control.ts'
import { TroupeError } from '#src/shared/contract/errors.ts'

type Sums = { add: { input: { a: number; b: number }; answer: number }; fail: { input: { code: 'DISK_FULL' | null }; answer: null } }
type Names = { name: { input: null; answer: string } }

/** Two ends of one line; messages cross as copies, a turn later, as between processes. */
function line(): { asker: Control<Sums, string>; answerer: Control<Names, string>; ports: string[] } {
  const ports: string[] = []
  const asker: Control<Sums, string> = openControl<Sums, Names, string>(
    (message, given) => queueMicrotask(() => answerer.receive(structuredClone(message), given)),
    { name: async () => 'the window' },
  )
  const toAsker = (message: unknown, given: readonly string[]) => queueMicrotask(() => asker.receive(structuredClone(message), given))
  const answerer: Control<Names, string> = openControl<Names, Sums, string>(toAsker, {
    async add({ a, b }, given) {
      ports.push(...given)
      return a + b
    },
    async fail({ code }) {
      throw code ? new TroupeError(code) : new TypeError('of no kind we know')
    },
  })
  return { asker, answerer, ports }
}

test('both ends ask and are answered, and ports go along', async () => {
  const { asker, answerer, ports } = line()
  const answers = await Promise.all([
    asker.ask('add', { a: 1, b: 2 }, ['a port']),
    asker.ask('add', { a: 5, b: 5 }),
    answerer.ask('name', null),
  ])
  expect(answers).toEqual([3, 10, 'the window'])
  expect(ports).toEqual(['a port'])
})

test('an error crosses with its code', async () => {
  const { asker } = line()
  const full = { name: 'TroupeError', code: 'DISK_FULL', message: expect.stringContaining('disk is full') }
  await expect(asker.ask('fail', { code: 'DISK_FULL' })).rejects.toMatchObject(full)
  await expect(asker.ask('fail', { code: null })).rejects.toMatchObject({
    code: 'INTERNAL',
    message: expect.stringMatching(/^Something in Troupe went wrong/),
  })
})

test('what nobody answers is refused, also a name that every object has', async () => {
  const { asker } = line()
  for (const name of ['subtract', 'constructor', '__proto__'] as unknown as 'add'[]) {
    await expect(asker.ask(name, { a: 1, b: 1 })).rejects.toMatchObject({ code: 'INTERNAL' })
  }
})

test('whoever waits is told when the line goes dead', async () => {
  const asker = openControl<Sums, Names>(() => undefined, { name: async () => '' })
  const waiting = asker.ask('add', { a: 1, b: 2 })
  asker.hangUp()
  await expect(waiting).rejects.toMatchObject({ code: 'ENGINE_STOPPED' })
})
