import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString, type PdfObject } from '@libpdf/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { signPdf } from '#src/main/engine/documents/signing/sign.ts'
import type { PdfVerdict } from '#src/main/engine/documents/verify/verdict.ts'
import { verifyPdf } from '#src/main/engine/documents/verify/verifyPdf.ts'
import { hasPoppler, poppler } from './support/poppler.ts'
import { now, requestOf, signedContract, type SignedContract } from './support/signed.ts'

let contract: SignedContract
beforeAll(async () => {
  contract = await signedContract()
})

const verify = (bytes: Uint8Array): Promise<PdfVerdict> => verifyPdf(bytes, { trustedCertificates: [contract.authority.certificate], now })

/** Changes a signed PDF the way a PDF editor does: by appending. */
async function edited(bytes: Uint8Array, edit: (pdf: PDF) => unknown): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  await edit(pdf)
  return pdf.save({ incremental: true })
}

function appendedText(bytes: Uint8Array, text: string): Uint8Array {
  return Uint8Array.from(Buffer.concat([bytes, Buffer.from(text, 'latin1')]))
}

function rectangle(...values: number[]): PdfArray {
  return new PdfArray(values.map((value) => PdfNumber.of(value)))
}

function annotate(pdf: PDF, subtype: string, parts: Record<string, PdfObject> = {}): void {
  const page = pdf.getPage(0)
  const annotation = pdf.register(
    PdfDict.of({ Type: PdfName.of('Annot'), Subtype: PdfName.of(subtype), Rect: rectangle(60, 300, 500, 700), ...parts }),
  )
  page?.dict.set('Annots', new PdfArray([...(page.dict.getArray('Annots', pdf.getObject.bind(pdf)) ?? []), annotation]))
}

const edits: [string, (pdf: PDF) => unknown, RegExp][] = [
  ['text drawn over a page', (pdf) => pdf.getPage(1)?.drawText('and 500 more', { x: 90, y: 500 }), /the content of page 2 was changed/],
  [
    'a free text note',
    (pdf) => annotate(pdf, 'FreeText', { Contents: PdfString.fromString('1,500.00 EUR') }),
    /an annotation \(FreeText\) was added to page 1/,
  ],
  ['a page removed', (pdf) => pdf.removePage(2), /content|pages/],
  ['a page added', (pdf) => pdf.addPage({ size: 'a4' }), /content|pages|document/],
  ['a page turned', (pdf) => pdf.getPage(0)?.dict.set('Rotate', PdfNumber.of(180)), /the content of page 1 was changed/],
  ['another title', (pdf) => pdf.setTitle('Another agreement'), /properties|document/],
  ['an attachment', (pdf) => pdf.addAttachment('terms.txt', new TextEncoder().encode('other terms')), /attachments/],
  [
    'an action on opening',
    (pdf) => pdf.getCatalog().set('OpenAction', PdfDict.of({ S: PdfName.of('JavaScript'), JS: PdfString.fromString('app.alert(1)') })),
    /an action on opening/,
  ],
  ['a layer', (pdf) => pdf.getCatalog().set('OCProperties', PdfDict.of({ OCGs: new PdfArray([]) })), /layers/],
  ['a form field', (pdf) => pdf.getOrCreateForm().createTextField('extra'), /a form field was added/],
]

describe('an edit appended after signing', () => {
  test.each(edits)('%s: altered, and it says what', async (_, edit, sentence) => {
    for (const bytes of [contract.signed, contract.countersigned]) {
      const verdict = await verify(await edited(bytes, edit))
      expect(verdict.status).toBe('altered')
      expect(verdict.alterations.join('\n')).toMatch(sentence)
      expect(verdict.signatures.every(({ intact }) => intact)).toBe(true)
    }
  })

  test.runIf(hasPoppler)('is one that pdfsig alone would pass as valid', async () => {
    const bytes = await edited(contract.countersigned, (pdf) => pdf.getPage(1)?.drawText('and 500 more', { x: 90, y: 500 }))
    expect(poppler('pdfsig', bytes).match(/Signature is Valid/g)).toHaveLength(2)
  })

  test.each([
    ['\n', 'one byte was'],
    ['% a remark\n', '11 bytes were'],
    ['x'.repeat(5000), '5,000 bytes were'],
  ])('even bytes that mean nothing are told, with the fields that were signed before: %j', async (text, count) => {
    const verdict = await verify(appendedText(contract.countersigned, text))
    expect(verdict.status).toBe('altered')
    expect(verdict.signatures.map(({ field, intact, coversWholeFile }) => [field, intact, coversWholeFile])).toEqual([
      ['agency', true, false],
      ['creator', true, false],
    ])
    expect(verdict.alterations.join('\n')).toContain(`${count} added that no signature covers`)
  })

  test('a signature of which nothing but its bytes can be read is counted, as it has no name', async () => {
    const torn = Buffer.from(contract.countersigned)
    torn.fill('x', torn.lastIndexOf('startxref'), torn.length)
    torn.fill('x', torn.indexOf('startxref'), torn.indexOf('startxref') + 9)
    const { status, signatures } = await verify(torn)
    expect(status).toBe('altered')
    expect(signatures.map(({ field }) => field)).toContain('signature 2')
  })

  test.each(edits)('%s between the two signatures: altered, though the second signature covers it', async (_, edit, sentence) => {
    const between = await edited(contract.signed, edit)
    const countersigned = await signPdf(between, requestOf(contract.authority, contract.creator, { field: 'creator', name: 'Ana Martins' }))
    const verdict = await verify(countersigned)
    expect(verdict.status).toBe('altered')
    expect(verdict.alterations.join('\n')).toMatch(sentence)
    expect(verdict.signatures.map(({ intact }) => intact)).toEqual([true, true])
  })

  test('an edit taken back before the second signature is still told', async () => {
    const turned = await edited(contract.signed, (pdf) => pdf.getPage(0)?.dict.set('Rotate', PdfNumber.of(180)))
    const seen = await signPdf(turned, requestOf(contract.authority, contract.creator, { field: 'creator', name: 'Ana Martins' }))
    const verdict = await verify(await edited(seen, (pdf) => pdf.getPage(0)?.dict.delete('Rotate')))
    expect(verdict.status).toBe('altered')
  })
})

describe('shapes of known attacks', () => {
  test('a signature taken out of the form', async () => {
    const verdict = await verify(
      await edited(contract.countersigned, (pdf) => pdf.getForm()?.getSignatureFields()[1]?.getDict().delete('V')),
    )
    expect(verdict.status).toBe('altered')
    expect(verdict.alterations.join('\n')).toMatch(/signature/)
  })

  test('the whole form taken out', async () => {
    const verdict = await verify(await edited(contract.signed, (pdf) => pdf.getCatalog().delete('AcroForm')))
    expect(verdict.status).toBe('altered')
  })

  test('another look for a signature that stands', async () => {
    const verdict = await verify(
      await edited(contract.signed, (pdf) => pdf.getForm()?.getSignatureFields()[0]?.getDict().set('AP', PdfDict.of({}))),
    )
    expect(verdict).toMatchObject({ status: 'altered', changes: expect.arrayContaining([expect.objectContaining({ kind: 'signature' })]) })
  })

  test('an empty field moved over the text before it is signed', async () => {
    const moved = await edited(contract.signed, (pdf) =>
      pdf
        .getForm()
        ?.getSignatureFields()[1]
        ?.getDict()
        .set('Rect', rectangle(0, 0, 595, 842)),
    )
    const verdict = await verify(await signPdf(moved, requestOf(contract.authority, contract.creator, { field: 'creator' })))
    expect(verdict).toMatchObject({ status: 'altered', changes: expect.arrayContaining([expect.objectContaining({ kind: 'form' })]) })
  })

  test('content swapped for an object that was hidden in the signed file', async () => {
    // Prepared before signing: an unused stream. After signing only the table of objects is changed, so that the page shows it.
    const prepared = await edited(contract.unsigned, (pdf) =>
      pdf.getCatalog().set('Spare', pdf.register(PdfDict.of({ Spare: PdfNumber.of(1) }))),
    )
    const signed = await signPdf(prepared, requestOf(contract.authority, contract.agency))
    const pdf = await PDF.load(signed)
    const contents = pdf.getPage(0)?.dict.getRef('Contents')
    const spare = pdf.getCatalog().getRef('Spare')
    const offset = Buffer.from(signed).indexOf(`${spare?.objectNumber} 0 obj`)
    const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(signed).toString('latin1'))?.[1]
    const table = `xref\n${contents?.objectNumber} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
    const root = /\/Root \d+ 0 R/.exec(Buffer.from(signed).toString('latin1'))?.[0]
    const tail = `trailer\n<< /Size 900 ${root} /Prev ${previous} >>\nstartxref\n${signed.length}\n%%EOF\n`
    expect((await verify(appendedText(signed, table + tail))).status).toBe('altered')
  })

  test('two entries for one object in the appended table', async () => {
    const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(contract.signed).toString('latin1'))?.[1]
    const start = contract.signed.length
    const object = '5 0 obj\n<< >>\nendobj\n'
    const entry = `5 1\n${String(start).padStart(10, '0')} 00000 n \n`
    const root = /\/Root \d+ 0 R/.exec(Buffer.from(contract.signed).toString('latin1'))?.[0]
    const trailer = `trailer\n<< /Size 900 ${root} /Prev ${previous} >>\nstartxref\n${start + object.length}\n%%EOF\n`
    const forged = `${object}xref\n${entry}${entry}${trailer}`
    expect((await verify(appendedText(contract.signed, forged))).status).toBe('altered')
  })

  test('the chain of savings cut, so that the file begins anew behind the signature', async () => {
    const rewritten = await (await PDF.load(contract.unsigned)).save()
    const verdict = await verify(Uint8Array.from(Buffer.concat([contract.signed, rewritten])))
    expect(verdict.status).toBe('altered')
  })

  test('the signature of one contract carried over into another', async () => {
    const other = await signedContract('Bea Lind')
    const [mine, theirs] = [Buffer.from(contract.signed), Buffer.from(other.signed)]
    const signature = mine.subarray(mine.indexOf('/Contents <'), mine.indexOf('/Contents <') + 4000)
    signature.copy(theirs, theirs.indexOf('/Contents <'))
    expect(await verify(Uint8Array.from(theirs))).toMatchObject({ status: 'altered', signatures: [{ intact: false }] })
  })

  test('a byte range that leaves more out than the signature', async () => {
    const text = Buffer.from(contract.signed).toString('latin1')
    const wider = text.replace(
      /\/ByteRange \[0 (\d+) +(\d+) +(\d+) *\]/,
      (whole, first: string, second: string, rest: string) =>
        `/ByteRange [0 ${Number(first) - 40} ${second} ${rest}`.padEnd(whole.length - 1) + ']',
    )
    expect(await verify(Uint8Array.from(Buffer.from(wider, 'latin1')))).toMatchObject({
      status: 'altered',
      signatures: [{ intact: false }],
    })
  })
})
