import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import { expect, test } from 'vitest'
import { textOf as pdfText, hasPoppler } from '#tests/engine/documents/support/poppler.ts'
import { smallPdf } from '#tests/engine/documents/verify/small.ts'
import { sentContract, signedByCreator } from './returned/returned-contract.ts'

type Made = Awaited<ReturnType<typeof sentContract>>

/** Sends the contract once more with another venue. */
async function sentAgain({ call, id, send }: Made): Promise<Uint8Array> {
  await call.contracts.setStatus({ ids: [id], status: 'draft' })
  await call.contracts.update({ id, fields: { 'law.venue': 'Bremen' } })
  return send(id)
}

test('two versions of a contract: only what changed, word by word', async () => {
  const made = await sentContract()
  const { call, id } = made
  await sentAgain(made)
  const report = await call.contracts.redline({ before: { contractId: id, which: 1 }, after: { contractId: id, which: 2 } })
  expect(report).toMatchObject({
    before: 'Contract 2026-0001, version 1',
    after: 'Contract 2026-0001, version 2',
    isUnchanged: false,
    counts: { changed: 1, inserted: 0, deleted: 0, moved: 0 },
    fileName: null,
  })
  const changed = report.clauses.find(({ status }) => status === 'changed')
  expect(changed?.paragraphs.flat()).toContainEqual({ kind: 'inserted', text: expect.stringContaining('Bremen') })
  expect(report.text).toContain('{+Bremen+}')
  expect(report.text.split('\n').length).toBeLessThan(10)
})

test('a contract as it stands against its template, and against what was sent last', async () => {
  const { call, id } = await sentContract()
  await call.contracts.setStatus({ ids: [id], status: 'draft' })
  const [, , , , clause] = await call.contracts.words({ id })
  await call.contracts.update({ id, clauses: { [clause?.id ?? '']: { text: 'Nothing is secret.' } } })
  for (const which of ['template', 'last'] as const) {
    const report = await call.contracts.redline({ before: { contractId: id, which }, after: { contractId: id } })
    expect(report).toMatchObject({ counts: { changed: 1 } })
    expect(report.text).toMatch(/\{\+Nothing is secret\.?\+\}/)
  }
})

test('a field typed over what is recorded differs from the template; one that was blank does not', async () => {
  const { call, id } = await sentContract()
  await call.contracts.setStatus({ ids: [id], status: 'draft' })
  const against = { before: { contractId: id, which: 'template' }, after: { contractId: id } } as const
  await call.contracts.update({ id, fields: { 'law.venue': 'Bremen' } })
  expect(await call.contracts.redline(against)).toMatchObject({ isUnchanged: true })
  await call.contracts.update({ id, fields: { 'campaign.name': 'Winter breakfast' } })
  expect((await call.contracts.redline(against)).text).toContain('{+Winter+}')
})

test('what came back against what stands here', async () => {
  const { call, id, sent, take } = await sentContract()
  const pdf = await PDF.load(await signedByCreator(sent))
  pdf.getPage(1)?.drawText('and 500 more', { x: 90, y: 500 })
  await take(await pdf.save({ incremental: true }))
  const report = await call.contracts.redline({ before: { contractId: id }, after: { contractId: id, which: 'returned' } })
  expect(report.after).toBe('Contract 2026-0001, version 2, as it came back')
  expect(report.text).toContain('and 500 more')
})

test('a file against a contract and a file against a file; the same words are said to be the same', async () => {
  const made = await sentContract()
  const { call, id, sent, file } = made
  const same = { before: { file: file(sent, 'a.pdf') }, after: { file: file(sent, 'b.pdf') } }
  expect(await call.contracts.redline(same)).toMatchObject({ isUnchanged: true, summary: 'The words are the same.' })
  const again = await sentAgain(made)
  const report = await call.contracts.redline({ before: { file: file(sent, 'old.pdf') }, after: { file: file(again, 'new.pdf') } })
  expect(report).toMatchObject({ before: 'old.pdf', after: 'new.pdf', isUnchanged: false })
  expect(report.text).toContain('Bremen')
  const mixed = await call.contracts.redline({ before: { file: file(sent, 'old.pdf') }, after: { contractId: id } })
  expect(mixed.text).toContain('Bremen')
})

test('written as a page without scripts, and as a PDF', async () => {
  const made = await sentContract()
  const { call, id, folder, engine } = made
  await sentAgain(made)
  const sides = { before: { contractId: id, which: 1 }, after: { contractId: id, which: 2 } } as const
  const [html, pdf] = [join(folder, 'redline.html'), join(folder, 'redline.pdf')]
  await call.contracts.redline({ ...sides, out: { file: engine.grants.toWrite(html), format: 'html' } })
  const page = readFileSync(html, 'utf8')
  expect(page).toContain('<ins>Bremen</ins>')
  expect(page).not.toContain('<script')
  const report = await call.contracts.redline({ ...sides, out: { file: engine.grants.toWrite(pdf), format: 'pdf' } })
  expect(report.fileName).toBe('redline.pdf')
  const words = hasPoppler ? pdfText(new Uint8Array(readFileSync(pdf))) : 'Redline of contract 2026-0001 Bremen'
  expect(words).toContain('Bremen')
  expect(words).toContain('2026-0001')
})

test('versions that are not there, and files without words', async () => {
  const { call, id, sent, file } = await sentContract()
  const here = { contractId: id, which: 'current' } as const
  const asked = (before: Parameters<typeof call.contracts.redline>[0]['before']) => call.contracts.redline({ before, after: here })
  await expect(asked({ contractId: id, which: 9 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: expect.stringContaining('no version 9'),
  })
  await expect(asked({ contractId: id, which: 'returned' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(asked({ file: file(Buffer.from('Dear Ana'), 'letter.pdf') })).rejects.toMatchObject({
    code: 'NOT_A_PDF',
    message: 'letter.pdf cannot be read as a PDF.',
  })
  const blank = smallPdf({ 4: '<< /Length 0 >>\nstream\n\nendstream', 7: '<< /Length 0 >>\nstream\n\nendstream' })
  await expect(asked({ file: file(blank, 'scan.pdf') })).rejects.toMatchObject({
    code: 'NOT_A_PDF',
    message: expect.stringContaining('scan'),
  })
  const locked = await PDF.load(sent)
  locked.setProtection({ userPassword: 'open', ownerPassword: 'secret' })
  await expect(asked({ file: file(await locked.save(), 'locked.pdf') })).rejects.toMatchObject({ code: 'PDF_ENCRYPTED' })
})
