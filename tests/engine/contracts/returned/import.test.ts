import { PDF, PdfNumber } from '@libpdf/core'
import { describe, expect, test } from 'vitest'
import { renderContract } from '#src/main/engine/documents/contract/renderContract.ts'
import { poppler, hasPoppler } from '#tests/engine/documents/support/poppler.ts'
import { sampleContract } from '#tests/engine/documents/support/sample.ts'
import { sentContract, signedByCreator, signedWithOwnTool } from './returned-contract.ts'

async function edited(bytes: Uint8Array, edit: (pdf: PDF) => unknown, incremental = true): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  await edit(pdf)
  return pdf.save({ incremental })
}

/** All objects written anew, as printing to a file does. */
function rewrite(bytes: Uint8Array): Promise<Uint8Array> {
  return edited(bytes, (pdf) => pdf.setProducer('Some other program'), false)
}

describe('a contract that comes back signed', () => {
  test('from the signing page, before the agency: recognised by itself, accepted with its own certificate, and counted', async () => {
    const { call, id, sent, take } = await sentContract()
    const report = await take(await signedByCreator(sent))
    expect(report).toMatchObject({
      accepted: true,
      code: 'ACCEPTED',
      message: 'Ana Martins has signed contract 2026-0001.',
      warnings: [],
      contract: { id, status: 'signed by one' },
      comparison: { recognisedBy: 'first bytes', sameBytes: true, sameWords: true, pages: [], terms: [] },
      signer: { role: 'creator', name: 'Ana Martins', method: 'page', newlyAccepted: true },
    })
    expect(report.verification).toMatchObject({
      status: 'valid',
      contract: { id },
      signatures: [{ trusted: true, trust: { source: 'accepted signer', acceptedBy: 'Mira Sommer' } }],
    })
    const shown = await call.contracts.show({ id })
    expect(shown.signatures).toMatchObject([{ role: 'creator', signerName: 'Ana Martins', method: 'page' }])
    expect(shown.documents.at(-1)?.kind).toBe('returned')
    expect((await call.contracts.words({ id, which: 2 })).length).toBeGreaterThan(10)
  })

  test('after the agency: that completes it', async () => {
    const { call, id, take, pdfOf } = await sentContract()
    const { documentId } = await call.contracts.sign({ id, signerName: 'Mira Sommer' })
    const signed = await signedByCreator(await pdfOf(documentId))
    const report = await take(signed)
    expect(report).toMatchObject({ code: 'ACCEPTED', contract: { status: 'signed by all' } })
    expect(report.verification.signatures.map(({ trust }) => trust?.source)).toEqual(['this workspace', 'accepted signer'])
    expect(report.verification.status).toBe('valid')
    const words = hasPoppler ? poppler('pdfsig', signed) : 'Signature is Valid, Signature is Valid'
    expect(words.match(/Signature is Valid/g)).toHaveLength(2)
    expect((await call.contracts.show({ id })).signatures.map(({ role, method }) => [role, method])).toEqual(
      expect.arrayContaining([
        ['agency', 'typed'],
        ['creator', 'page'],
      ]),
    )
  })

  test('as one step that can be undone', async () => {
    const { call, id, sent, take } = await sentContract()
    const signed = await signedByCreator(sent)
    const { entryId } = await take(signed)
    await call.workspace.undo({ entryId: entryId ?? undefined })
    expect(await call.contracts.show({ id })).toMatchObject({ status: 'sent', signatures: [] })
    expect((await take(signed)).code).toBe('ACCEPTED')
  })

  test('by a name that is not the contract’s: accepted, with a warning', async () => {
    const { sent, take } = await sentContract()
    expect((await take(await signedByCreator(sent, 'A. M. Costa'))).warnings).toEqual([
      'The certificate says A. M. Costa; the contract is with Ana Martins.',
    ])
  })

  test('in a new field of their own tool, with a certificate of an authority nobody knows here', async () => {
    const { sent, take, call, id } = await sentContract()
    const report = await take(await signedWithOwnTool(sent))
    expect(report).toMatchObject({ code: 'ACCEPTED', signer: { role: 'creator', method: 'imported', newlyAccepted: true } })
    expect(report.verification.signatures).toMatchObject([{ field: 'Signature1', level: 'B-B', trust: { source: 'accepted signer' } }])
    expect((await call.contracts.show({ id })).signatures).toMatchObject([{ method: 'imported' }])
  })

  test('in a new field that lies on words: altered', async () => {
    const { sent, take } = await sentContract()
    const report = await take(await signedWithOwnTool(sent, [60, 500, 300, 560]))
    expect(report).toMatchObject({ code: 'ALTERED', contract: { status: 'sent' } })
    expect(report.message).toContain('over words of page 1')
  })

  test('of a draft that was drawn and mailed without saying so', async () => {
    const { call, otherId, take, pdfOf } = await sentContract()
    const [documentId = ''] = (await call.contracts.render({ ids: [otherId] })).documentIds
    const signed = await signedByCreator(await pdfOf(documentId), 'Юлия 한지민 王 سارة')
    expect(await take(signed)).toMatchObject({ code: 'ACCEPTED', warnings: [], contract: { status: 'signed by one' } })
  })
})

describe('what does not count is kept, and changes nothing', () => {
  test('no signature', async () => {
    const { call, id, sent, take } = await sentContract()
    expect(await take(sent)).toMatchObject({ accepted: false, code: 'UNSIGNED', contract: { status: 'sent' }, entryId: null })
    expect((await call.contracts.show({ id })).signatures).toEqual([])
  })

  test('the PDF that is kept here, signed, as it is', async () => {
    const { call, id, take, pdfOf } = await sentContract()
    const { documentId } = await call.contracts.sign({ id, signerName: 'Mira Sommer' })
    const report = await take(await pdfOf(documentId))
    expect(report).toMatchObject({
      accepted: false,
      code: 'ALREADY_HERE',
      contract: { status: 'signed by one' },
      documentId,
      entryId: null,
    })
    expect(report.message).toContain('kept here already')
  })

  test('an edit before signing, though the signature covers it', async () => {
    const { call, id, sent, take } = await sentContract()
    const changed = await edited(sent, (pdf) => pdf.getPage(1)?.drawText('and 500 more', { x: 90, y: 500 }))
    const report = await take(await signedByCreator(changed))
    expect(report).toMatchObject({ code: 'ALTERED', contract: { status: 'sent' }, comparison: { sameBytes: true, sameWords: false } })
    expect(report.message).toContain('the content of page 2 was changed')
    expect(report.comparison.pages).toEqual([{ page: 2, parts: expect.arrayContaining([expect.objectContaining({ kind: 'inserted' })]) }])
    expect((await call.contracts.show({ id })).documents.map(({ kind }) => kind)).toEqual(['rendered', 'returned'])
    await expect(call.contracts.sign({ id, signerName: 'Mira Sommer' })).resolves.toMatchObject({ status: 'signed by one' })
  })

  test('an edit after signing', async () => {
    const { sent, take } = await sentContract()
    const signed = await signedByCreator(sent)
    const report = await take(await edited(signed, (pdf) => pdf.getPage(0)?.dict.set('Rotate', PdfNumber.of(180))))
    expect(report).toMatchObject({ code: 'ALTERED', verification: { status: 'altered' }, contract: { status: 'sent' } })
  })

  test('an altered file that comes back once more, signed: its own kept copy is no version of ours', async () => {
    const { sent, take } = await sentContract()
    const changed = await edited(sent, (pdf) => pdf.getPage(1)?.drawText('and 500 more', { x: 90, y: 500 }))
    expect((await take(changed)).code).toBe('ALTERED')
    expect((await take(await signedByCreator(changed))).code).toBe('ALTERED')
  })

  test('other words in a file made anew: what differs, page by page', async () => {
    const { id, take } = await sentContract()
    const { bytes } = await renderContract(sampleContract())
    const report = await take(await signedByCreator(bytes), { contractId: id })
    expect(report).toMatchObject({ code: 'DIFFERENT', comparison: { recognisedBy: 'person', sameBytes: false, sameWords: false } })
    expect(report.message).toMatch(/^Its words differ from those that were sent, on pages 1, 2/)
    expect(report.comparison.pages.length).toBeGreaterThan(3)
  })

  test('the same words in a file made anew: accepted before the agency signs, with a warning; not once its signature is gone', async () => {
    const { call, id, sent, take, pdfOf } = await sentContract()
    const { documentId } = await call.contracts.sign({ id, signerName: 'Mira Sommer' })
    const anew = await signedByCreator(await rewrite(sent))
    expect(await take(anew, { contractId: id })).toMatchObject({ code: 'REWRITTEN', contract: { status: 'signed by one' } })
    expect((await take(await signedByCreator(await pdfOf(documentId)))).code).toBe('ACCEPTED')
  })

  test('the same party twice, and the same file twice', async () => {
    const { call, id, sent, take } = await sentContract()
    const signed = await signedByCreator(sent)
    await take(signed)
    expect(await take(signed)).toMatchObject({ code: 'ALREADY_HERE', accepted: false, entryId: null })
    const again = await take(await signedByCreator(sent))
    expect(again).toMatchObject({ code: 'SIGNED_TWICE', contract: { status: 'signed by one' } })
    const shown = await call.contracts.show({ id })
    expect(shown.signatures).toHaveLength(1)
    expect(shown.documents.filter(({ kind }) => kind === 'returned')).toHaveLength(2)
  })

  test('for another contract', async () => {
    const { call, id, otherId, sent, send, take } = await sentContract()
    const signed = await signedByCreator(sent)
    await send(otherId)
    const report = await take(signed, { contractId: otherId })
    expect(report).toMatchObject({
      code: 'OTHER_CONTRACT',
      contract: { id: otherId, status: 'sent' },
      otherContract: { id, number: '2026-0001' },
    })
    expect(report.message).toContain('This is contract 2026-0001, not 2026-0002.')
    expect((await call.contracts.show({ id })).status).toBe('sent')
    expect((await take(signed)).code).toBe('ACCEPTED')
  })

  test('refused for another contract, it is still known as the one it was accepted for', async () => {
    const { call, id, otherId, sent, send, take } = await sentContract()
    const signed = await signedByCreator(sent)
    const { documentId } = await take(signed)
    await send(otherId)
    const refused = await take(signed, { contractId: otherId })
    expect(refused).toMatchObject({ code: 'OTHER_CONTRACT', verification: { contract: { id: otherId } } })
    for (const document of [documentId, refused.documentId]) {
      expect((await call.contracts.verifyDocument({ documentId: document })).contract).toEqual({ id, number: '2026-0001' })
    }
  })

  test('an earlier version, where other words were sent since', async () => {
    const { call, id, sent, send, take } = await sentContract()
    await call.contracts.setStatus({ ids: [id], status: 'draft' })
    await call.contracts.update({ id, fields: { 'law.venue': 'Bremen' } })
    await send(id)
    expect(await take(await signedByCreator(sent))).toMatchObject({ code: 'OLD_VERSION', contract: { status: 'sent' } })
  })

  test('somebody who signs in the agency’s place', async () => {
    const { sent, take } = await sentContract()
    expect(await take(await signedByCreator(sent, 'Mira Sommer', 'agency'))).toMatchObject({
      code: 'WRONG_SIGNER',
      contract: { status: 'sent' },
    })
  })

  test('a contract that was declined', async () => {
    const { call, id, sent, take } = await sentContract()
    await call.contracts.setStatus({ ids: [id], status: 'declined' })
    expect(await take(await signedByCreator(sent))).toMatchObject({ code: 'NOT_OPEN', contract: { status: 'declined' } })
  })

  test('a file that says nothing about itself is refused with its name, and taken in once the contract is named', async () => {
    const { id, take } = await sentContract()
    const { bytes } = await renderContract(sampleContract())
    await expect(take(bytes)).rejects.toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('returned.pdf') })
    const message = expect.stringMatching(/^returned\.pdf carries the data of contract \S+, which is not in this workspace, and begins/)
    await expect(take((await sentContract()).sent)).rejects.toMatchObject({ code: 'NOT_FOUND', message })
    expect((await take(bytes, { contractId: id })).code).toBe('DIFFERENT')
  })

  test('an encrypted, a cut off and an empty file', async () => {
    const { call, id, sent, take } = await sentContract()
    const locked = await edited(sent, (pdf) => pdf.setProtection({ userPassword: 'open', ownerPassword: 'secret' }), false)
    await expect(take(locked, { contractId: id })).rejects.toMatchObject({ code: 'PDF_ENCRYPTED' })
    await expect(take((await signedByCreator(sent)).slice(0, -500))).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
    await expect(take(new Uint8Array(), { contractId: id })).rejects.toMatchObject({ code: 'FILE_EMPTY' })
    expect((await call.contracts.show({ id })).documents).toHaveLength(1)
  })
})
