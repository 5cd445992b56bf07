import { createHash } from 'node:crypto'
import { PDF } from '@libpdf/core'
import { describe, expect, test } from 'vitest'
import { brokenStep, trailOf } from '#src/main/engine/contracts/trail.ts'
import { plainPng, smallJpeg } from '#tests/engine/documents/support/images.ts'
import { archivalProblems } from '#tests/engine/documents/support/archival.ts'
import { hasPoppler, inkIn } from '#tests/engine/documents/support/poppler.ts'
import { expectText, expectValid, signingDesk, signingRows } from '../signing-desk.ts'

const stroke: [number, number][] = Array.from({ length: 30 }, (_, at) => [at / 30, 0.5 + 0.4 * Math.sin(at / 3)])
const drawn = { kind: 'drawn' as const, aspect: 3, strokes: [stroke] }

describe('who signs first', () => {
  test.each([
    ['the agency', ['agency', 'creator']],
    ['the creator', ['creator', 'agency']],
  ] as const)('%s: both signatures hold at each step, and the contract is complete with the second', async (_, order) => {
    const desk = await signingDesk()
    const { call, id } = desk
    const sign = { agency: () => call.contracts.sign({ id, ...desk.mira }), creator: () => call.contracts.countersign({ id, ...desk.ana }) }
    const first = await sign[order[0]]()
    expect(first.status).toBe('signed by one')
    const half = await expectValid(desk, first.documentId, [order[0]])
    const second = await sign[order[1]]()
    expect(second.status).toBe('signed by all')
    const whole = await expectValid(desk, second.documentId, order)
    expect(Buffer.compare(whole.subarray(0, half.length), half)).toBe(0)
    expect(second.hash).toBe(createHash('sha256').update(whole).digest('hex'))
    expect((await call.contracts.show({ id })).signatures.map(({ role }) => role)).toEqual(order)
  })

  test('what was sent is signed as it was sent, by either side, though the records changed since', async () => {
    const desk = await signingDesk()
    const { call, id } = desk
    const [documentId = ''] = (await call.contracts.render({ ids: [id] })).documentIds
    const sent = await desk.pdfOf(documentId)
    await call.contracts.setStatus({ ids: [id], status: 'sent' })
    await call.campaigns.update({ id: desk.campaignId, changes: { name: 'Another name' } })
    const signed = await desk.pdfOf((await call.contracts.countersign({ id, ...desk.ana })).documentId)
    expect(Buffer.compare(signed.subarray(0, sent.length), sent)).toBe(0)
  })

  test('nobody signs twice, nor what waits for approval, was declined or has ended', async () => {
    const desk = await signingDesk()
    const { call, id, otherId, mira, ana } = desk
    await call.contracts.setStatus({ ids: [otherId], status: 'internal approval' })
    await expect(call.contracts.sign({ id: otherId, ...mira })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('waits for approval'),
    })
    await call.contracts.setStatus({ ids: [otherId], status: 'declined' })
    await expect(call.contracts.sign({ id: otherId, ...mira })).rejects.toMatchObject({ code: 'CONFLICT' })
    await call.contracts.countersign({ id, ...ana })
    const before = signingRows(desk)
    for (const name of ['Ana Martins', 'Somebody Else']) {
      await expect(call.contracts.countersign({ id, signerName: name })).rejects.toMatchObject({
        code: 'CONFLICT',
        message: 'Ana Martins has signed contract 2026-0001 for the creator already.',
      })
    }
    expect(signingRows(desk)).toEqual(before)
    await call.contracts.sign({ id, ...mira })
    await expect(call.contracts.sign({ id, ...mira })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(call.contracts.signMany({ ids: [id], ...mira })).rejects.toMatchObject({ code: 'CONFLICT' })
    await call.contracts.setStatus({ ids: [id], status: 'terminated' })
    await expect(call.contracts.sign({ id, ...mira })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('a contract with the client has the client’s field', async () => {
    const desk = await signingDesk()
    const { call, campaignId } = desk
    const { ids } = await call.contracts.create({ campaignIds: [campaignId], templateId: 'insertion-order' })
    const [id = ''] = ids
    await call.contracts.countersign({ id, signerName: 'Owen Oats' })
    const { documentId } = await call.contracts.sign({ id, ...desk.mira })
    await expectValid(desk, documentId, ['client', 'agency'])
    expect(await desk.statusOf(id)).toBe('signed by all')
  })
})

describe('what a signature looks like', () => {
  test.each([
    ['drawn', () => drawn],
    ['typed', () => ({ kind: 'typed', text: 'M. Sommer' }) as const],
    ['a PNG', (file: (bytes: Uint8Array) => string) => ({ kind: 'image', file: file(plainPng(120, 40, 6)) }) as const],
    ['a JPEG', (file: (bytes: Uint8Array) => string) => ({ kind: 'image', file: file(smallJpeg) }) as const],
  ])('%s', async (_, mark) => {
    const desk = await signingDesk()
    const { call, id } = desk
    const reason = 'I agree to this contract'
    const { documentId } = await call.contracts.sign({ id, ...desk.mira, reason, mark: mark((bytes) => desk.toRead(bytes, 'mark')) })
    const pdf = await expectValid(desk, documentId, ['agency'])
    expect(archivalProblems(pdf)).toEqual([])
    expectText(pdf, ['Signed electronically by Mira Sommer 2026-11-21 at 09:', `Reason: ${reason}`])
  })

  test('a picture that is none, or too large, leaves nothing behind', async () => {
    const desk = await signingDesk()
    const before = signingRows(desk)
    for (const [bytes, code] of [
      [new TextEncoder().encode('<svg/>'), 'NOT_AN_IMAGE'],
      [plainPng(9, 9).slice(0, 60), 'NOT_AN_IMAGE'],
      [new Uint8Array(10_000_001), 'FILE_TOO_LARGE'],
    ] as const) {
      const mark = { kind: 'image', file: desk.toRead(bytes, 'mark') } as const
      await expect(desk.call.contracts.sign({ id: desk.id, ...desk.mira, mark })).rejects.toMatchObject({ code })
    }
    expect(signingRows(desk)).toEqual(before)
  })
})

describe('names', () => {
  test.each([
    ['right to left', 'محمد علي الخطيب'],
    ['both directions in one', 'سارة Özil-الخطيب'],
    ['Chinese, Korean and Japanese', '王小明 김민지 さくら'],
    ['300 letters', 'Maximiliane von Hohenfels-Löwenberg '.repeat(9).slice(0, 299)],
  ])('%s: signs for both sides, and reads back as it was written', async (_, name) => {
    const desk = await signingDesk()
    const { call, id } = desk
    await call.contracts.sign({ id, signerName: name, mark: { kind: 'typed', text: name } })
    const { documentId } = await call.contracts.countersign({ id, signerName: name })
    const pdf = await expectValid(desk, documentId, ['agency', 'creator'])
    const { signatures } = await call.contracts.verifyDocument({ documentId })
    expect(signatures.map(({ signer }) => signer)).toEqual([name, name])
    expectText(pdf, name.split(/[ -]/))
  })

  test('a longer one, and one of nothing but blanks, are refused before anything is signed', async () => {
    const desk = await signingDesk()
    const before = signingRows(desk)
    for (const signerName of ['x'.repeat(301), '', '   '])
      await expect(desk.call.contracts.sign({ id: desk.id, signerName })).rejects.toMatchObject({ code: 'BAD_INPUT' })
    expect(signingRows(desk)).toEqual(before)
  })
})

describe('the audit record inside the final PDF', () => {
  test('who, when, how identified, hashes of each version and event, for people and for programs, the same chain as the workspace’s', async () => {
    const desk = await signingDesk()
    const { call, id } = desk
    await call.contracts.render({ ids: [id] })
    await call.contracts.setStatus({ ids: [id], status: 'sent' })
    const agency = await call.contracts.sign({ id, ...desk.mira, identified: 'signed in at her desk', mark: drawn })
    const between = await desk.pdfOf(agency.documentId)
    const { documentId } = await call.contracts.countersign({
      id,
      ...desk.ana,
      signerEmail: 'ana@mail.test',
      identified: 'ID card seen',
      reason: 'Agreed',
    })
    const pdf = await expectValid(desk, documentId, ['agency', 'creator'])
    const fields = new Map(
      (await PDF.load(pdf))
        .getForm()
        ?.getFields()
        .map((field) => [field.name, field.getDict()]) ?? [],
    )
    const valueOf = (name: string) => fields.get(name)?.getString('V')?.asString() ?? ''
    const record = JSON.parse(valueOf('trail.creator')) as Record<string, never>
    const chain = await trailOf(desk.engine.contextFor('test').read, id)
    expect(brokenStep(chain)).toBeNull()
    expect(record).toMatchObject({
      format: 'troupe-trail',
      formatVersion: 1,
      contract: { id, number: '2026-0001' },
      signature: {
        role: 'creator',
        name: 'Ana Martins',
        email: 'ana@mail.test',
        identified: 'ID card seen',
        reason: 'Agreed',
        level: 'B-B',
        method: 'typed',
        fileBefore: createHash('sha256').update(between).digest('hex'),
      },
      steps: chain.slice(0, -2).map(({ sequence, kind, at, actor, hash, previous_hash: previousHash, document_hash: documentHash }) => ({
        sequence,
        kind,
        at,
        actor,
        hash,
        previousHash,
        documentHash,
      })),
    })
    expect(chain.map(({ kind }) => kind)).toEqual(['made', 'rendered', 'sent', 'signed', 'signed', 'completed'])
    // The journal holds the chain's last hash, which stands on all before it.
    const { reader } = desk.engine.contextFor('test').workspace
    const journal = reader.prepare("SELECT count(*) FROM journal_change WHERE table_name = 'contract_event' AND after LIKE ?")
    for (const { hash } of chain) expect(journal.pluck().get(`%"hash":"${hash}"%`)).toBe(1)
    expect(valueOf('audit.creator')).toContain('ID card seen')
    const shown = ['Audit record', 'signed in at her desk', 'ID card seen', 'drawn by hand', 'typed name', '2 · 2026-11-21 09:']
    expectText(pdf, [...shown, createHash('sha256').update(between).digest('hex')], ['-f', String(await pagesIn(pdf))])
  })

  test('the contract’s data is attached, and belongs to the document as PDF/A-3 wants', async () => {
    const desk = await signingDesk()
    const { call, id } = desk
    const { documentId } = await call.contracts.sign({ id, ...desk.mira })
    const pdf = await expectValid(desk, documentId, ['agency'])
    const attached = (await PDF.load(pdf)).getAttachment('contract.json')
    expect(JSON.parse(new TextDecoder().decode(attached ?? new Uint8Array()))).toMatchObject({
      format: 'troupe-contract',
      id,
      number: '2026-0001',
      version: 1,
    })
    expect(archivalProblems(pdf)).toEqual([])
  })
})

async function pagesIn(pdf: Uint8Array): Promise<number> {
  return (await PDF.load(pdf)).getPages().length
}

test('a drawing is seen in its field and nowhere else', { skip: !hasPoppler }, async () => {
  const desk = await signingDesk()
  const { call, id } = desk
  const [rendered = ''] = (await call.contracts.render({ ids: [id] })).documentIds
  const [bare, { documentId }] = [await desk.pdfOf(rendered), await call.contracts.sign({ id, ...desk.mira, mark: drawn })]
  const signed = await desk.pdfOf(documentId)
  const pages = await pagesIn(signed)
  const ink = (pdf: Uint8Array) => Array.from({ length: pages - 1 }, (_, at) => inkIn(pdf, at + 1, [0, 0, 595, 842]))
  const before = ink(bare)
  const differing = ink(signed).filter((dark, at) => dark !== before[at])
  expect(differing).toHaveLength(1)
})
