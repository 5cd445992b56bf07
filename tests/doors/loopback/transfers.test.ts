import { existsSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask, asOurPage, openDoor, type OpenDoor } from './open-door.ts'

const upload = (door: OpenDoor, name: string, body: string | Buffer) =>
  ask(door.port, '/grants/read', { method: 'POST', headers: asOurPage(door, { 'x-file-name': encodeURIComponent(name) }), body })

test('a file that goes up can be read under its grant, by its own name', async () => {
  const door = await openDoor()
  const bytes = Buffer.alloc(3_000_000, 'Ünïcode\n')
  const { status, body } = await upload(door, 'Créateurs 2026 – 名簿.csv', bytes)
  const granted = JSON.parse(body) as { grant: string }
  expect({ status, ...granted }).toEqual({ status: 200, grant: granted.grant, name: 'Créateurs 2026 – 名簿.csv', size: bytes.length })
  const read = await door.engine.grants.readBytes(granted.grant, 10_000_000)
  expect(read.name).toBe('Créateurs 2026 – 名簿.csv')
  expect(read.bytes.equals(bytes)).toBe(true)
})

test('an empty file is refused as it is on the desktop', async () => {
  const door = await openDoor()
  const { status, body } = await upload(door, 'nothing.csv', '')
  expect({ status, code: (JSON.parse(body) as { code: string }).code }).toEqual({ status: 400, code: 'FILE_EMPTY' })
})

test('what the engine wrote comes down once, with its name', async () => {
  const door = await openDoor()
  const { body } = await ask(door.port, '/grants/write', {
    method: 'POST',
    headers: asOurPage(door),
    body: JSON.stringify({ name: 'Kit – Ana.pdf' }),
  })
  const { grant, name } = JSON.parse(body) as { grant: string; name: string }
  expect(name).toBe('Kit – Ana.pdf')
  expect(await ask(door.port, `/grants/${grant}`, { headers: asOurPage(door) })).toMatchObject({
    status: 404,
    body: expect.stringContaining('has not been written'),
  })
  await door.engine.grants.writeBytes(grant, 'the kit')
  const answer = await ask(door.port, `/grants/${grant}`, { headers: asOurPage(door) })
  expect(answer).toMatchObject({
    status: 200,
    body: 'the kit',
    headers: { 'content-length': '7', 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('Kit – Ana.pdf')}` },
  })
  expect((await ask(door.port, `/grants/${grant}`, { headers: asOurPage(door) })).status).toBe(404)
})

test('files on their way lie where only this user can look, and are gone when the door closes', async () => {
  const door = await openDoor()
  const { body } = await upload(door, 'secret-list-of-mine.csv', 'name\nAna')
  const { path } = await door.engine.grants.readable((JSON.parse(body) as { grant: string }).grant)
  expect(path.startsWith(tmpdir())).toBe(true)
  expect(readdirSync(join(path, '..'))).toEqual(['secret-list-of-mine.csv'])
  expect(statSync(join(path, '../..')).mode & 0o077).toBe(0)
  expect(statSync(path).mode & 0o077).toBe(0)
  await door.close()
  expect(existsSync(path)).toBe(false)
})

test('a request that is not as agreed is refused with one sentence', async () => {
  const door = await openDoor()
  for (const body of ['', 'null', '{"name":""}', '{"name":5}', '[]', '{']) {
    expect(await ask(door.port, '/grants/write', { method: 'POST', headers: asOurPage(door), body })).toMatchObject({
      status: 400,
      body: expect.stringContaining('BAD_INPUT'),
    })
  }
  expect(
    await ask(door.port, '/grants/read', { method: 'POST', headers: asOurPage(door, { 'x-file-name': '%E0%A4%A' }), body: 'x' }),
  ).toMatchObject({ status: 400, body: expect.stringContaining('not encoded') })
  expect((await ask(door.port, '/grants/unknown', { headers: asOurPage(door) })).status).toBe(404)
})
