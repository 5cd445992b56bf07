import { expect, test } from 'vitest'
import { ask, openDoor } from './open-door.ts'

test('the address holds the token where no browser sends it', async () => {
  const { address, token, port } = await openDoor()
  expect(address).toBe(`http://127.0.0.1:${port}/#token=${token}`)
  expect(token).toMatch(/^[\w-]{43}$/)
})

test('the page is served with a policy under which nothing can come from elsewhere', async () => {
  const { port } = await openDoor()
  const { status, headers, body } = await ask(port, '/')
  expect({ status, body }).toEqual({ status: 200, body: '<!doctype html><title>Troupe</title>' })
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(headers).not.toHaveProperty('set-cookie')
  expect(await ask(port, '/main.js')).toMatchObject({ status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' } })
})

test('a window can wait on an empty page until it is told the token', async () => {
  const { port } = await openDoor()
  expect(await ask(port, '/opening')).toMatchObject({ status: 200, body: expect.stringContaining('<title>Troupe</title>') })
})

test('what is not there is refused in the closed set of errors', async () => {
  const { port } = await openDoor()
  const { status, body } = await ask(port, '/nothing.js')
  expect({ status, ...JSON.parse(body) }).toEqual({ status: 404, code: 'NOT_FOUND', message: 'There is no such page.' })
  expect(await ask(port, '/', { method: 'PUT' })).toMatchObject({ status: 400, body: expect.stringContaining('BAD_INPUT') })
})
