import { renderContract } from '#src/main/engine/documents/contract/renderContract.ts'
import { expect, test } from 'vitest'
import { sampleContract } from '#tests/engine/documents/support/sample.ts'
import { jpeg, png } from '#tests/support/images.ts'
import { sentContract } from './returned-contract.ts'

test('a scan of the paper counts as signed on paper; verifying says plainly that it is a scan', async () => {
  const { call, id, file } = await sentContract()
  const report = await call.contracts.attachScan({ id, file: file(jpeg(), 'scan.jpg'), signedOn: '2026-11-20', by: 'Ana Martins' })
  expect(report).toMatchObject({ code: 'ACCEPTED', status: 'signed by one' })
  const shown = await call.contracts.show({ id })
  expect(shown.signatures).toEqual([
    expect.objectContaining({ role: 'creator', signerName: 'Ana Martins', method: 'paper', signedAt: '2026-11-20T00:00:00.000Z' }),
  ])
  expect(shown.documents.at(-1)).toMatchObject({ kind: 'scan', name: 'contract-2026-0001-scan.jpg' })
  const kept = await call.contracts.verifyDocument({ documentId: report.documentId })
  expect(kept).toMatchObject({
    status: 'unsigned',
    scan: { signedOn: '2026-11-20', by: ['Ana Martins'] },
    contract: { number: '2026-0001' },
  })
  expect(kept.summary).toBe(
    'This is a scan of contract 2026-0001, signed on paper on 2026-11-20 by Ana Martins. A scan cannot be checked; keep the paper.',
  )
  expect(await call.contracts.verify({ file: file(jpeg(), 'scan.jpg') })).toEqual(kept)
  expect((await call.contracts.document({ documentId: report.documentId })).pdf.type).toBe('image/jpeg')
})

test('both sides on the same paper complete the contract', async () => {
  const { call, id, file } = await sentContract()
  const { bytes } = await renderContract(sampleContract())
  const given = { id, file: file(bytes, 'scan.pdf'), signedOn: '2026-11-20', by: 'Ana Martins', agencyBy: 'Mira Sommer' }
  expect(await call.contracts.attachScan(given)).toMatchObject({ code: 'ACCEPTED', status: 'signed by all' })
  expect((await call.contracts.show({ id })).signatures.map(({ role, method }) => `${role} ${method}`)).toEqual([
    'creator paper',
    'agency paper',
  ])
})

test('a second signature of the same side, and a contract that waits for none: the scan is kept, nothing else changes', async () => {
  const { call, id, otherId, file } = await sentContract()
  const scan = { file: file(png(4, 4), 'scan.png'), signedOn: '2026-11-20', by: 'Ana Martins' }
  await call.contracts.attachScan({ ...scan, id })
  expect(await call.contracts.attachScan({ ...scan, id })).toMatchObject({ code: 'SIGNED_TWICE', status: 'signed by one' })
  expect(await call.contracts.attachScan({ ...scan, id: otherId })).toMatchObject({ code: 'NOT_OPEN', status: 'draft' })
  expect((await call.contracts.show({ id })).signatures).toHaveLength(1)
  expect((await call.contracts.show({ id: otherId })).documents.map(({ kind }) => kind)).toEqual(['scan'])
})

test.each([
  ['a day to come', png(4, 4), '2027-01-01', 'BAD_INPUT'],
  ['a text', Buffer.from('Dear Ana'), '2026-11-20', 'NOT_AN_IMAGE'],
  ['a broken picture', png(4, 4).subarray(0, 40), '2026-11-20', 'NOT_AN_IMAGE'],
  ['a broken PDF', Buffer.from('%PDF-1.7\nnothing'), '2026-11-20', 'NOT_A_PDF'],
])('%s is refused', async (_, bytes, signedOn, code) => {
  const { call, id, file } = await sentContract()
  const given = { id, file: file(bytes, 'scan.png'), signedOn, by: 'Ana Martins' }
  await expect(call.contracts.attachScan(given)).rejects.toMatchObject({ code })
  expect((await call.contracts.show({ id })).documents).toHaveLength(1)
})
