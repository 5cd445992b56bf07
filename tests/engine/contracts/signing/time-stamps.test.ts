import { describe, expect, test, vi } from 'vitest'
import { PDF } from '@libpdf/core'
import { hasOpenssl } from '#tests/engine/documents/support/openssl.ts'
import { expectValid, signingDesk, signingRows } from '../signing-desk.ts'
import { timeStampService, type Fault } from './time-stamp-service.ts'

/** The service stamps with the real time, so the computer's clock is right here. The drafts are older. */
async function deskOfToday() {
  const desk = await signingDesk({}, '2020-02-03')
  desk.setClock(new Date().toISOString())
  const turnOn = (url: string | null, level: 'B-T' | 'B-LT' = 'B-T') =>
    desk.call.workspace.updateSettings({ changes: { timeStamps: { url, level } } })
  return { ...desk, turnOn }
}

test('nothing goes to the network unless an address is set', async () => {
  const desk = await deskOfToday()
  const { call, id, otherId, mira, ports } = desk
  const asked: string[] = []
  ports.network = {
    send: ({ url }) => {
      asked.push(url)
      return Promise.reject(new Error('There is no network.'))
    },
  }
  await call.contracts.sign({ id, ...mira })
  const { documentId } = await call.contracts.countersign({ id, ...desk.ana })
  await call.contracts.signMany({ ids: [otherId], ...mira })
  const { signatures } = await call.contracts.verifyDocument({ documentId })
  expect(signatures.map(({ level, timeStamp }) => [level, timeStamp])).toEqual([
    ['B-B', null],
    ['B-B', null],
  ])
  expect(asked).toEqual([])
  await desk.turnOn('http://stamps.test/')
  const [third = ''] = (await call.contracts.create({ collaborationIds: [desk.first] })).ids
  await expect(call.contracts.sign({ id: third, ...mira })).rejects.toMatchObject({ code: 'TIME_STAMP_FAILED' })
  expect(asked).toEqual(['http://stamps.test/'])
})

describe.runIf(hasOpenssl)('with a time stamp service', () => {
  test('PAdES B-T: each signature bears a time stamp, for one contract and for a selection', async () => {
    const desk = await deskOfToday()
    const service = await timeStampService()
    const { call, id, otherId, mira } = desk
    await desk.turnOn(service.url)
    await call.contracts.sign({ id, ...mira })
    const { documentId } = await call.contracts.countersign({ id, ...desk.ana })
    const many = await call.contracts.signMany({ ids: [otherId], ...mira })
    await expectValid(desk, documentId, ['agency', 'creator'])
    await expectValid(desk, many.documentIds[0] ?? '', ['agency'])
    const { signatures } = await call.contracts.verifyDocument({ documentId })
    for (const { level, timeStamp } of signatures) {
      expect([level, timeStamp?.authority]).toEqual(['B-T', 'Stamp service'])
      expect(Math.abs(Date.parse(timeStamp?.at ?? '') - Date.now())).toBeLessThan(10 * 60_000)
    }
    expect(service.asked).toEqual(['POST /stamp', 'POST /stamp', 'POST /stamp'])
    const trail = JSON.stringify(await call.contracts.trail({ id }))
    expect(trail.match(/"level":"B-T"/g)).toHaveLength(2)
    await desk.turnOn(null)
    const [third = ''] = (await call.contracts.create({ collaborationIds: [desk.first] })).ids
    await call.contracts.sign({ id: third, ...mira })
    expect(service.asked).toHaveLength(3)
  })

  test.each([
    ['list', 'GET /list'],
    ['responder', 'POST /status'],
  ] as const)('PAdES B-LT with a %s: what checking later needs is in the file, and alters nothing', async (names, question) => {
    const desk = await deskOfToday()
    const service = await timeStampService({ names })
    const { call, id, otherId, mira } = desk
    await desk.turnOn(service.url, 'B-LT')
    const signed = await call.contracts.sign({ id, ...mira })
    await expectValid(desk, signed.documentId, ['agency'])
    const { documentId } = await call.contracts.countersign({ id, ...desk.ana })
    const pdf = await expectValid(desk, documentId, ['agency', 'creator'])
    const { signatures } = await call.contracts.verifyDocument({ documentId })
    expect(signatures.map(({ level, revocation }) => [level, revocation.state])).toEqual([
      ['B-LT', 'good'],
      ['B-LT', 'good'],
    ])
    expect(service.asked).toEqual(['POST /stamp', question, 'POST /stamp', question])
    const loaded = await PDF.load(pdf)
    const store = loaded.getCatalog().getDict('DSS', loaded.getObject.bind(loaded))
    const held = (key: string) => Array.from(store?.getArray(key, loaded.getObject.bind(loaded)) ?? []).length
    // Two signers and the authority, the service and its own; the list of each time.
    expect(held('Certs')).toBe(5)
    expect(held(names === 'list' ? 'CRLs' : 'OCSPs')).toBeGreaterThanOrEqual(1)
    const many = await call.contracts.signMany({ ids: [otherId], ...mira })
    await expectValid(desk, many.documentIds[0] ?? '', ['agency'])
  })

  test('a service whose certificates say nowhere whether they were taken back gives no B-LT', async () => {
    const desk = await deskOfToday()
    const service = await timeStampService({ names: 'nothing' })
    await desk.turnOn(service.url, 'B-LT')
    const before = signingRows(desk)
    await expect(desk.call.contracts.sign({ id: desk.id, ...desk.mira })).rejects.toMatchObject({
      code: 'TIME_STAMP_FAILED',
      message: expect.stringContaining('Choose the level B-T in the settings.'),
    })
    expect(signingRows(desk)).toEqual(before)
  })

  test.each([
    ['refuses', 'B-T', 'The service refused it'],
    ['page', 'B-T', 'The service answered with something that is no time stamp.'],
    ['status', 'B-T', 'The service answered with status 503.'],
    ['replay', 'B-T', 'The time stamp was made for something else.'],
    ['huge', 'B-T', 'The answer is larger than it can be.'],
    ['silent', 'B-T', 'nothing was signed'],
    ['alone', 'B-LT', 'Who issued the certificate of “Stamp service” is not known here. Choose the level B-T'],
    ['revoked', 'B-LT', 'The certificate of “Stamp service” was taken back.'],
  ] as [Fault, 'B-T' | 'B-LT', string][])(
    'a service that fails (%s): one sentence, and nothing is signed',
    async (fault, level, sentence) => {
      const desk = await deskOfToday()
      const service = await timeStampService()
      const { call, id, otherId, mira } = desk
      await desk.turnOn(service.url, level)
      await call.contracts.sign({ id: otherId, ...mira })
      const before = signingRows(desk)
      service.answerWith(fault)
      const refused = { code: 'TIME_STAMP_FAILED', message: expect.stringContaining(sentence) }
      await expect(call.contracts.sign({ id, ...mira })).rejects.toMatchObject(refused)
      await expect(call.contracts.signMany({ ids: [id], ...mira })).rejects.toMatchObject(refused)
      expect([signingRows(desk), await desk.statusOf(id)]).toEqual([before, 'draft'])
    },
  )

  test('whoever waits for a service that does not answer can give up, and nothing was signed', async () => {
    const desk = await deskOfToday()
    const service = await timeStampService()
    const before = signingRows(desk)
    service.answerWith('hangs')
    await desk.turnOn(service.url)
    const signing = desk.call.contracts.sign({ id: desk.id, ...desk.mira })
    await vi.waitFor(() => expect(service.asked).toHaveLength(1), { timeout: 20_000 })
    const [job] = await desk.call.workspace.jobs({})
    expect(job).toMatchObject({ label: expect.stringMatching(/^Signing contract .* with a time stamp$/), canCancel: true })
    await desk.call.workspace.cancelJob({ id: job?.id ?? '' })
    await expect(signing).rejects.toMatchObject({ code: 'CANCELLED' })
    expect([signingRows(desk), await desk.statusOf(desk.id)]).toEqual([before, 'draft'])
  })

  test('nobody at the address, and a clock that differs from the time stamp', async () => {
    const desk = await deskOfToday()
    const service = await timeStampService()
    const before = signingRows(desk)
    await desk.turnOn('http://127.0.0.1:9/stamp')
    await expect(desk.call.contracts.sign({ id: desk.id, ...desk.mira })).rejects.toMatchObject({
      code: 'TIME_STAMP_FAILED',
      message: expect.stringContaining('could not be had from 127.0.0.1:9, and nothing was signed.'),
    })
    await desk.turnOn(service.url)
    desk.setClock(new Date(Date.now() - 3_600_000).toISOString())
    await expect(desk.call.contracts.sign({ id: desk.id, ...desk.mira })).rejects.toMatchObject({
      code: 'CLOCK_WRONG',
      message: expect.stringMatching(/^The time stamp says .* UTC, this computer’s clock .* UTC\. Set the clock right/),
    })
    expect(signingRows(desk)).toEqual(before)
  })

  test.each(['ftp://127.0.0.1/stamp', 'file:///etc/passwd', 'stamp', ''])('an address that is none is refused: %s', async (url) => {
    const desk = await deskOfToday()
    await expect(desk.turnOn(url)).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })
})
