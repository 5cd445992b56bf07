import { PDF } from '@libpdf/core'
import { describe, expect, test } from 'vitest'
import { selfSignedCertificate } from '#src/main/engine/documents/signing/authority.ts'
import { signField } from '#src/main/engine/documents/signing/signField.ts'
import { drawAppearance } from '#src/main/engine/documents/signing/appearance.ts'
import { sentContract, signedByCreator } from './returned-contract.ts'

const recordName = 'contract.json'

async function rewritten(bytes: Uint8Array, edit: (pdf: PDF) => unknown): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  await edit(pdf)
  pdf.setProducer('Some other program')
  return pdf.save()
}

/** The data that a contract carries, changed. */
async function withData(bytes: Uint8Array, change: (data: Record<string, unknown>) => Record<string, unknown>): Promise<Uint8Array> {
  return rewritten(bytes, (pdf) => {
    const held = pdf.getAttachment(recordName)
    if (!held) throw new Error('The contract carries no data.')
    const data = JSON.parse(new TextDecoder().decode(held)) as Record<string, unknown>
    pdf.removeAttachment(recordName)
    pdf.addAttachment(recordName, new TextEncoder().encode(JSON.stringify(change(data))))
  })
}

/** Signed at a time of the signer's choosing. */
async function signedAt(bytes: Uint8Array, at: Date, name = 'Ana Martins'): Promise<Uint8Array> {
  const { certificate, privateKey } = await selfSignedCertificate({ name }, at)
  return signField(bytes, {
    field: 'creator',
    name,
    at,
    key: privateKey,
    certificate,
    chain: [],
    appearance: (width, height) => drawAppearance({ kind: 'typed', name }, { name, at, language: 'en' }, width, height),
  })
}

describe('recognised by the data it carries', () => {
  test('though every byte of it was written anew', async () => {
    const { sent, take, id } = await sentContract()
    const report = await take(await signedByCreator(await rewritten(sent, () => undefined)))
    expect(report).toMatchObject({
      code: 'ACCEPTED',
      contract: { id },
      comparison: { recognisedBy: 'data', sameBytes: false, sameWords: true, sameTerms: true },
    })
    expect(report.warnings.join(' ')).toContain('Another program made the file anew.')
  })

  test('whose terms are others than those that were sent, under the same words', async () => {
    const { sent, take, id } = await sentContract()
    const changed = await withData(sent, (data) => {
      const clauses = data.clauses as { paragraphs: string[] }[]
      const [, second] = clauses
      if (second) second.paragraphs = ['Ten reels.']
      return { ...data, title: 'Another agreement' }
    })
    const report = await take(await signedByCreator(changed))
    expect(report).toMatchObject({
      code: 'DIFFERENT',
      contract: { id, status: 'sent' },
      comparison: { recognisedBy: 'data', sameWords: true, sameTerms: false },
    })
    expect(report.comparison.terms.join('\n')).toMatch(/^The clause “.+” of the data: changed\.\nThe data differ in “title”\.$/)
  })

  test('whose headings are others: told as they were sent and as they came back', async () => {
    const { sent, take } = await sentContract()
    let heading = ''
    const changed = await withData(sent, (data) => {
      const [, second] = data.clauses as { heading: string }[]
      heading = second?.heading ?? ''
      if (second) second.heading = 'Everything else'
      return data
    })
    const { terms } = (await take(await signedByCreator(changed))).comparison
    expect(terms).toEqual([`The clause “[-${heading}-]{+Everything else+}” of the data: changed.`])
  })

  test('which name another contract: judged as that one', async () => {
    const { sent, take, otherId, send } = await sentContract()
    await send(otherId)
    const changed = await withData(sent, (data) => ({ ...data, id: otherId, number: '2026-0002' }))
    expect(await take(await signedByCreator(changed))).toMatchObject({
      code: 'DIFFERENT',
      contract: { id: otherId, status: 'sent' },
    })
  })

  test('which name a contract of somebody else: refused, or told where one is named', async () => {
    const { sent, take, id } = await sentContract()
    const changed = await withData(sent, (data) => ({ ...data, id: '01900000-0000-7000-8000-000000000001', number: 'X-9' }))
    await expect(take(changed)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await take(changed, { contractId: id })).toMatchObject({
      code: 'OTHER_CONTRACT',
      otherContract: { id: null, number: 'X-9' },
      message: expect.stringContaining('This is contract X-9, not 2026-0001.'),
    })
  })
})

describe('what differs is told page by page', () => {
  test('a page taken out, and one put in', async () => {
    const { sent, take } = await sentContract()
    const without = await take(await signedByCreator(await rewritten(sent, (pdf) => pdf.removePage(1))))
    expect(without).toMatchObject({ code: 'DIFFERENT', comparison: { sameWords: false } })
    expect(without.comparison.pages.flatMap(({ parts }) => parts).some(({ kind }) => kind === 'deleted')).toBe(true)
    const more = await rewritten(sent, (pdf) => pdf.addPage({ size: 'a4' }).drawText('The fee doubles after a week.', { x: 60, y: 700 }))
    const report = await take(await signedByCreator(more))
    const page = (await PDF.load(more)).getPageCount()
    expect(report.comparison.pages).toContainEqual({
      page,
      parts: expect.arrayContaining([{ kind: 'inserted', text: expect.stringContaining('The fee doubles after a week.') }]),
    })
  })
})

test('words put on every page, where the lines at head and foot stand', async () => {
  const { sent, take } = await sentContract()
  const changed = await rewritten(sent, (pdf) => {
    for (const page of pdf.getPages()) page.drawText('The fee is 900 EUR.', { x: 60, y: 20 })
  })
  const report = await take(await signedByCreator(changed))
  expect(report).toMatchObject({ code: 'DIFFERENT', comparison: { sameWords: false, sameTerms: true } })
})

describe('clocks and names', () => {
  test('a clock a year ahead: the signature is not counted, and it says why', async () => {
    const { sent, take } = await sentContract()
    const report = await take(await signedAt(sent, new Date('2027-11-20T10:00:00Z')))
    expect(report).toMatchObject({ code: 'UNTRUSTED', contract: { status: 'sent' } })
    expect(report.message).toContain('a clock is set wrong')
  })

  test.each([
    ['of 300 letters', 'A'.repeat(300)],
    ['from right to left', 'سارة محمد عبد الرحمن'],
    ['in Chinese, Korean and with a sign above the base plane', '王小明 한지민 𠮷田'],
  ])('a name %s', async (_, name) => {
    const { sent, take, call, id } = await sentContract()
    const report = await take(await signedByCreator(sent, name))
    expect(report).toMatchObject({ code: 'ACCEPTED', signer: { name } })
    expect((await call.contracts.show({ id })).signatures).toMatchObject([{ signerName: name }])
  })
})

describe('the verdict on what was taken in', () => {
  test('with a key made for the moment: it says so, and who accepted it', async () => {
    const { call, id, sent, take, file } = await sentContract()
    const signed = await signedByCreator(sent)
    expect(await call.contracts.verify({ file: file(signed) })).toMatchObject({
      status: 'untrusted',
      signatures: [{ isKeyForTheMoment: true, trust: null, note: expect.stringContaining('nobody but “Ana Martins” vouches for it') }],
    })
    await take(signed)
    expect(await call.contracts.verify({ file: file(signed) })).toMatchObject({
      status: 'valid',
      contract: { id },
      signatures: [
        {
          isKeyForTheMoment: true,
          trusted: true,
          trust: {
            source: 'accepted signer',
            name: 'Ana Martins',
            acceptedBy: 'Mira Sommer',
            acceptedAt: expect.stringMatching(/^2026-11-21T/),
          },
          revocation: { state: 'not known' },
        },
      ],
    })
  })

  test('by the agency’s own identity: this workspace’s authority and list; and after it was taken back', async () => {
    const { call, id, pdfOf, file } = await sentContract()
    const { documentId } = await call.contracts.sign({ id, signerName: 'Mira Sommer' })
    const bytes = await pdfOf(documentId)
    const verify = () => call.contracts.verify({ file: file(bytes) })
    expect(await verify()).toMatchObject({
      status: 'valid',
      signatures: [
        { isKeyForTheMoment: false, trust: { source: 'this workspace' }, revocation: { state: 'good', source: 'workspace list' } },
      ],
    })
    const identity = (await call.identities.list({})).find(({ kind }) => kind === 'signer')
    await call.identities.revoke({ id: identity?.id ?? '', reason: 'key compromise' })
    const after = await verify()
    expect(after.signatures).toMatchObject([{ revocation: { state: 'revoked', source: 'workspace list', reason: 'key compromise' } }])
    // It was kept here before the certificate was taken back, which proves that it was signed before.
    expect(after.status).toBe('valid')
  })
})
