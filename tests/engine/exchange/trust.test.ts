import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { createAuthority, certificatePem } from '#src/main/engine/documents/signing/authority.ts'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'
import { busyCampaign, contentOf, exported, imported, journalLength, signedContract } from './setup.ts'
import { editRows, forged } from './forging.ts'

/** A signed contract of one agency, taken in by another. */
async function handedOver() {
  const here = await testWorkspace()
  const { campaignId, ids } = await busyCampaign(here)
  const { documentId, contractId } = await signedContract(here, ids[0] ?? '')
  const file = await exported(here, campaignId)
  const there = await testWorkspace()
  return { here, there, file, campaignId, documentId, contractId, ids, report: await imported(there, file) }
}

const statusOf = async ({ call }: TestWorkspace, documentId: string) => (await call.contracts.verifyDocument({ documentId })).status

test('no key ever travels, and an authority that came with a file is not trusted until a person says so', async () => {
  const { here, there, file, report, documentId } = await handedOver()
  expect(file.includes('PRIVATE KEY')).toBe(false)
  expect(Object.keys(unzipSync(file)).filter((name) => name.includes('key'))).toEqual([])
  expect(await there.engine.contextFor('test').read.selectFrom('sealed_key').selectAll().execute()).toEqual([])

  expect(await statusOf(here, documentId)).toBe('valid')
  expect(await statusOf(there, documentId)).toBe('untrusted')
  const [ours] = await here.call.contracts.authorities({})
  expect(ours).toMatchObject({ name: 'Studio Möwe', own: true, trusted: true })
  const fingerprint = ours?.fingerprint ?? ''
  expect(report.untrustedAuthorities).toEqual([
    {
      fingerprint,
      name: 'Studio Möwe',
      note: 'Signatures made by Studio Möwe are shown as not trusted until you trust its authority.',
    },
  ])
  expect(await there.call.contracts.authorities({})).toEqual([{ ...ours, own: false, trusted: false }])

  const { entryId } = await there.call.contracts.trustAuthority({ fingerprint })
  expect(await statusOf(there, documentId)).toBe('valid')
  expect(await there.call.workspace.history({ limit: 1 })).toMatchObject([{ summary: 'Trusted the signing authority of Studio Möwe' }])
  expect((await there.call.contracts.trustAuthority({ fingerprint })).entryId).toBeNull()
  await there.call.workspace.undo({ entryId: entryId ?? '' })
  expect(await statusOf(there, documentId)).toBe('untrusted')
})

test('trust is taken back by hand too, and the file taken in again does not bring it back', async () => {
  const { there, file, documentId, report } = await handedOver()
  const { fingerprint = '' } = report.untrustedAuthorities[0] ?? {}
  await there.call.contracts.trustAuthority({ fingerprint })
  expect(await imported(there, file)).toMatchObject({ entryId: null, untrustedAuthorities: [] })
  await there.call.contracts.distrustAuthority({ fingerprint })
  expect((await there.call.contracts.distrustAuthority({ fingerprint })).entryId).toBeNull()
  const [before, entries] = [await contentOf(there), await journalLength(there)]
  expect(await imported(there, file)).toMatchObject({ entryId: null, untrustedAuthorities: report.untrustedAuthorities })
  expect([await contentOf(there), await journalLength(there)]).toEqual([before, entries])
  expect(await statusOf(there, documentId)).toBe('untrusted')
})

test('our own authority stays trusted, also after its campaign has been abroad, and cannot be distrusted', async () => {
  const { here, there, campaignId, documentId } = await handedOver()
  expect((await imported(here, await exported(there, campaignId))).untrustedAuthorities).toEqual([])
  const fingerprint = (await here.call.contracts.authorities({}))[0]?.fingerprint ?? ''
  await expect(here.call.contracts.distrustAuthority({ fingerprint })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await statusOf(here, documentId)).toBe('valid')
  expect((await here.call.contracts.trustAuthority({ fingerprint })).entryId).toBeNull()
})

test('both sides sign with their own authority, and each trusts itself alone', async () => {
  const { here, there, ids, campaignId } = await handedOver()
  const { documentId } = await signedContract(there, ids[1] ?? '')
  expect(await statusOf(there, documentId)).toBe('valid')
  const report = await imported(here, await exported(there, campaignId))
  expect(report.untrustedAuthorities).toHaveLength(1)
  expect(await statusOf(here, documentId)).toBe('untrusted')
  expect((await there.call.contracts.authorities({})).map(({ own, trusted }) => [own, trusted])).toEqual([
    [true, true],
    [false, false],
  ])
})

test('an import whose authority is trusted cannot be undone before the trust is', async () => {
  const { there, report } = await handedOver()
  const { fingerprint = '' } = report.untrustedAuthorities[0] ?? {}
  await there.call.contracts.trustAuthority({ fingerprint })
  await expect(there.call.workspace.undo({ entryId: report.entryId ?? '' })).rejects.toMatchObject({ code: 'UNDO_CONFLICT' })
  await there.call.contracts.distrustAuthority({ fingerprint })
  await there.call.workspace.undo({ entryId: report.entryId ?? '' })
  expect(await there.call.contracts.authorities({})).toEqual([])
})

test('a fingerprint that nobody knows is refused', async () => {
  const { call } = await testWorkspace()
  expect(await call.contracts.authorities({})).toEqual([])
  const unknown = { fingerprint: '0'.repeat(64) }
  await expect(call.contracts.trustAuthority(unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.contracts.distrustAuthority(unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.contracts.trustAuthority({ fingerprint: 'abc' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
})

test('a forged file cannot put its own certificate in the place of ours, however it tells the history', async () => {
  const { here, file } = await handedOver()
  const impostor = certificatePem((await createAuthority('Studio Möwe signing authority', new Date())).certificate)
  const before = await contentOf(here)
  const lie = forged(file, (entries) => {
    const history: Record<string, unknown>[] = []
    editRows(entries, 'signing_identity', (rows) =>
      rows.map((row) => {
        if (row['kind'] !== 'authority') return row
        history.push(row)
        return { ...row, certificate: impostor }
      }),
    )
    const lines = history.map((row) => ({
      entry: row['id'],
      at: row['created_at'],
      actor: 'x',
      procedure: 'x',
      table: 'signing_identity',
      row: row['id'],
      op: 'update',
      before: row,
      after: row,
    }))
    entries['journal.ndjson'] = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  })
  await expect(imported(here, lie)).rejects.toMatchObject({ code: 'FILE_DAMAGED', message: expect.stringContaining('certificate') })
  expect(await contentOf(here)).toEqual(before)
})

test('a file that brings a certificate under the id of a key whose signing was undone gains neither trust nor the key', async () => {
  const { here, file, campaignId } = await handedOver()
  const impostor = certificatePem((await createAuthority('Studio Möwe signing authority', new Date())).certificate)
  const { call } = here
  for (let undone = ''; !undone.includes('for the agency');) undone = (await call.workspace.undo({})).summary
  expect(await call.contracts.authorities({})).toEqual([])
  const lie = forged(file, (entries) =>
    editRows(entries, 'signing_identity', (rows) =>
      rows.map((row) => (row['kind'] === 'authority' ? { ...row, certificate: impostor } : row)),
    ),
  )
  const report = await imported(here, lie)
  expect(report.untrustedAuthorities).toHaveLength(1)
  const [contract] = await call.contracts.list({ campaignId })
  expect(contract).toBeDefined()
  const { ids } = await call.contracts.create({ collaborationIds: [contract?.collaborationId ?? ''] })
  const signed = await call.contracts.sign({ id: ids[0] ?? '', signerName: 'Kim Weber' })
  expect(await statusOf(here, signed.documentId)).toBe('valid')
  expect((await call.contracts.authorities({})).map(({ own, trusted }) => [own, trusted])).toEqual([
    [true, true],
    [false, false],
  ])
})
