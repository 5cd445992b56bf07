import { expect, test } from 'vitest'
import { createLane } from '#src/renderer/api/lane.ts'

const options = { context: {} }
const answering = (answer: unknown) => ({ call: () => Promise.resolve(answer) })
const silent = { call: () => new Promise<never>(() => undefined) }

test('a call waits for the first carrier', async () => {
  const lane = createLane()
  const answer = lane.call(['creators', 'list'], {}, options)
  lane.open(answering('rows'))
  expect(await answer).toBe('rows')
})

test('a call on a carrier that goes fails with ENGINE_STOPPED, and the next waits for the next carrier', async () => {
  const lane = createLane()
  lane.open(silent)
  const lost = lane.call(['a'], {}, options)
  lane.lose()
  await expect(lost).rejects.toMatchObject({ code: 'ENGINE_STOPPED' })
  expect(lane.state).toBe('lost')
  const next = lane.call(['a'], {}, options)
  lane.open(answering('back'))
  expect(await next).toBe('back')
  expect(lane.state).toBe('open')
})

test('a new carrier replaces a live one at once', async () => {
  const lane = createLane()
  lane.open(silent)
  const lost = lane.call(['a'], {}, options)
  lane.open(answering('new'))
  await expect(lost).rejects.toMatchObject({ code: 'ENGINE_STOPPED' })
  expect(await lane.call(['a'], {}, options)).toBe('new')
})

test('a call that is given up while it waits is not made later', async () => {
  const lane = createLane()
  const stop = new AbortController()
  let calls = 0
  const waiting = lane.call(['a'], {}, { ...options, signal: stop.signal })
  stop.abort()
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
  lane.open({ call: () => Promise.resolve((calls += 1)) })
  await new Promise((resolve) => setTimeout(resolve))
  expect(calls).toBe(0)
})

test('listeners hear each turn once', () => {
  const lane = createLane()
  const heard: string[] = []
  lane.subscribe(() => heard.push(lane.state))
  lane.open(silent)
  lane.open(silent)
  lane.lose()
  lane.lose()
  expect(heard).toEqual(['open', 'lost'])
})
