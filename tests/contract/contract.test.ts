import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeOf } from '#src/shared/contract/errors.ts'
import { testWorkspace } from '#tests/support/workspace.ts'
import { transports } from './transports.ts'

const nobody = '01900000-0000-7000-8000-000000000000'

describe.each(transports)('the contract %s', (_name, connect) => {
  const open = async () => {
    const workspace = await testWorkspace()
    return { ...workspace, ...(await connect(workspace)) }
  }

  test('answers a query with what a mutation wrote', async () => {
    const { client } = await open()
    const { id, entryId } = await client.clients.create({ name: 'Nordlicht Tee', currency: 'EUR', notes: null })
    expect(await client.clients.list({})).toMatchObject([{ id, name: 'Nordlicht Tee', currency: 'EUR', notes: null, campaignCount: 0 }])
    const undone = await client.workspace.undo({ entryId: entryId ?? undefined })
    expect(undone).toMatchObject({ summary: expect.stringContaining('Nordlicht Tee') })
    expect(await client.clients.list({})).toEqual([])
  })

  const oddNames = ['<script>alert(1)</script>', 'Łucja Ω 北京 🫖‍🧡', 'عَلِيّ', '"quoted" \\ back', '{"json":true}', '𝕊 ​zero width']
  test.each(oddNames)('carries the name %j unchanged', async (name) => {
    const { client } = await open()
    const { id } = await client.clients.create({ name })
    expect((await client.clients.show({ id })).name).toBe(name)
  })

  test('refuses bad input with its code, one sentence and the place', async () => {
    const { client, callByName } = await open()
    const sentence = expect.stringContaining('name: A name is needed.')
    await expect(client.clients.create({ name: '  ' })).rejects.toMatchObject({ code: 'BAD_INPUT', message: sentence })
    for (const input of [null, 'text', 7, [], { name: 5 }, { name: 'x'.repeat(301) }]) {
      await expect(callByName('clients.create', input)).rejects.toMatchObject({ code: 'BAD_INPUT', data: { issues: expect.any(Array) } })
    }
    expect(await client.clients.list({})).toEqual([])
  })

  test('keeps the code and the sentence of an error', async () => {
    const { client } = await open()
    const error: unknown = await client.clients.show({ id: nobody }).catch((problem: unknown) => problem)
    expect(codeOf(error)).toBe('NOT_FOUND')
    expect(error).toMatchObject({ message: 'This client is no longer in the workspace.' })
  })

  const noProcedures = ['clients.fly', 'flights.list', 'clients', 'clients.list.handler', 'constructor.name', '__proto__.toString', '']
  test.each(noProcedures)('knows no procedure %j', async (name) => {
    const { callByName } = await open()
    await expect(callByName(name, {})).rejects.toMatchObject({ code: 'UNKNOWN_PROCEDURE' })
  })

  test('tells what changes, until the listener has heard enough', async () => {
    const { client } = await open()
    const stop = new AbortController()
    const events = await client.events.subscribe({}, { signal: stop.signal })
    expect((await events.next()).value).toMatchObject({ type: 'hello' })
    const { entryId } = await client.clients.create({ name: 'Alpenkraut' })
    expect((await events.next()).value).toMatchObject({ type: 'changed', entryId, tables: ['client'], procedure: 'clients.create' })
    const waiting = events.next().then(
      () => 'ended',
      () => 'ended',
    )
    stop.abort()
    expect(await waiting).toBe('ended')
    expect(await client.clients.list({})).toHaveLength(1)
  })

  test('loses no event between the greeting and the next look', async () => {
    const { client } = await open()
    const events = await client.events.subscribe({})
    await client.clients.create({ name: 'Before the greeting was read' })
    expect((await events.next()).value).toMatchObject({ type: 'hello' })
    await client.clients.create({ name: 'After it' })
    for (const name of ['Before the greeting was read', 'After it']) {
      expect((await events.next()).value).toMatchObject({ type: 'changed', summary: `Added the client ${name}` })
    }
    await events.return?.()
  })

  test('tells every listener, and one that leaves takes nothing from the others', async () => {
    const { client } = await open()
    const [first, second] = [await client.events.subscribe({}), await client.events.subscribe({})]
    await Promise.all([first.next(), second.next()])
    await first.return?.()
    await client.clients.create({ name: 'Alpenkraut' })
    expect((await second.next()).value).toMatchObject({ type: 'changed' })
    await second.return?.()
  })

  test('carries a file out, byte for byte', async () => {
    const { client, engine, folder } = await open()
    const { png, path } = await writePicture(folder)
    await client.workspace.setLogo({ file: engine.grants.toRead(path) })
    const { image } = await client.workspace.logo({})
    expect(image).toBeInstanceOf(Blob)
    expect(image?.type).toBe('image/png')
    expect(Buffer.from(await image!.arrayBuffer()).equals(png)).toBe(true)
    await client.workspace.setLogo({ file: null })
    expect(await client.workspace.logo({})).toEqual({ image: null })
  })

  test('takes a grant from this session only, and never a path', async () => {
    const { client, folder } = await open()
    const { path } = await writePicture(folder)
    await expect(client.workspace.setLogo({ file: path.slice(0, 100) })).rejects.toMatchObject({ code: 'GRANT_UNKNOWN' })
    await expect(client.workspace.setLogo({ file: 'Zm9yZ2VkLWdyYW50LWZvci10ZXN0cw' })).rejects.toMatchObject({ code: 'GRANT_UNKNOWN' })
  })

  test('does nothing for a call that was given up before it was made', async () => {
    const { client } = await open()
    const call = client.clients.create({ name: 'Never' }, { signal: AbortSignal.abort() })
    await expect(call).rejects.toMatchObject({ message: expect.stringMatching(/aborted|given up/) })
    expect(await client.clients.list({})).toEqual([])
  })

  test('goes on after a call that was given up half-way', async () => {
    const { client } = await open()
    const stop = new AbortController()
    const call = client.clients.create({ name: 'Perhaps' }, { signal: stop.signal }).then(
      () => 'answered',
      () => 'given up',
    )
    stop.abort()
    expect(['answered', 'given up']).toContain(await call)
    const { id } = await client.clients.create({ name: 'Surely' })
    expect((await client.clients.show({ id })).name).toBe('Surely')
    const { counts } = await client.workspace.info({})
    expect(counts.clients).toBe((await client.clients.list({})).length)
  })

  test('gives each of many calls at once its own answer', async () => {
    const { client } = await open()
    const names = Array.from({ length: 200 }, (_, number) => `Client ${number}`)
    const made = await Promise.all(names.map((name) => client.clients.create({ name })))
    const shown = await Promise.all(made.map(({ id }) => client.clients.show({ id })))
    expect(shown.map(({ name }) => name)).toEqual(names)
    const calls = [client.clients.show({ id: nobody }), client.clients.list({}), client.clients.create({ name: '' })]
    const mixed = await Promise.allSettled<unknown>(calls)
    expect(mixed.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
  })

  test('carries a page of several megabytes whole', async () => {
    const { client } = await open()
    for (let number = 0; number < 250; number++) {
      await client.clients.create({ name: `Client ${String(number).padStart(3, '0')}`, notes: noteOf(number) })
    }
    const page = await client.clients.list({})
    expect(fingerprint(page.map(({ notes }) => notes))).toBe(fingerprint(Array.from({ length: 250 }, (_, number) => noteOf(number))))
  })

  test('answers no call with silence once the engine is closed', async () => {
    const { client, engine } = await open()
    await client.clients.create({ name: 'Last' })
    await engine.close()
    await expect(client.clients.list({})).rejects.toMatchObject({ code: 'ENGINE_STOPPED' })
    await expect(client.clients.create({ name: 'Too late' })).rejects.toMatchObject({ code: 'ENGINE_STOPPED' })
  })
})

function noteOf(number: number): string {
  return `${number} ${'žluťoučký '.repeat(1900)}`.trim()
}

function fingerprint(texts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
}

/** One red pixel. */
async function writePicture(folder: string): Promise<{ png: Buffer; path: string }> {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64')
  const path = join(folder, 'logo.png')
  await writeFile(path, png)
  return { png, path }
}
