import { appended, opened, withEntries } from '../support/appending.ts'
import { certifying, objects, part, smallPdf, stream, type Case, type Desk } from './small.ts'

/** What can be done to a document after it was signed, without any trick. */
export async function casesAfterSigning({ sign }: Desk): Promise<Case[]> {
  const draft = smallPdf()
  const [signed, fixed, open] = [await sign(draft), await sign(draft, certifying(1)), await sign(draft, certifying(3))]
  const now = opened(signed)
  const entry = (number: number, changes: Record<string, string | null>) => withEntries(now.object(number), changes)
  const filled = objects({ [part.note]: entry(part.note, { V: '(by post)' }) })
  const page = (changes: Record<string, string | null>) => objects({ [part.page]: entry(part.page, changes) })
  const annotation = '<< /Type /Annot /Subtype /FreeText /Rect [60 300 300 340] /Contents (hello) /DA (/Helv 12 Tf) >>'
  const withComment = (text: string) => new Map([...page({ Annots: '[9 0 R 11 0 R 20 0 R]' }), [part.free, text]])
  const commented = withComment(annotation)
  const widgets = now.list(now.dictionary({ kind: 'reference', number: part.page, generation: 0 })?.entries.get('Annots'))
  if (widgets?.length !== 2) throw new Error('The signed page has other annotations than the tests take for granted.')
  const moreContent = new Map([
    ...page({ Contents: '[4 0 R 20 0 R]' }),
    [part.free, stream('BT /F1 18 Tf 60 600 Td (And 500 more.) Tj ET')],
  ])
  const newPage = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /Font << /F1 5 0 R >> >> >>'
  const attached = objects({
    [part.catalog]: withEntries(now.catalog, { Names: '<< /EmbeddedFiles << /Names [(terms.txt) 20 0 R] >> >>' }),
    [part.free]: '<< /Type /Filespec /F (terms.txt) /EF << /F 21 0 R >> >>',
    21: stream('Other terms.', '/Type /EmbeddedFile'),
  })
  const described = await sign(
    appended(
      draft,
      objects({
        [part.catalog]: withEntries(opened(draft).catalog, { Metadata: '20 0 R' }),
        [part.free]: stream('<x:xmpmeta/>', '/Type /Metadata /Subtype /XML'),
      }),
    ),
  )
  const later = { status: 'altered', pdfsig: ['valid'], because: 'later savings' } as const
  return [
    { name: 'nothing done', bytes: signed, status: 'valid', pdfsig: ['valid'] },
    { name: 'a further signature', bytes: await sign(signed, { field: 'Signature2' }), status: 'valid', pdfsig: ['valid', 'valid'] },
    { name: 'a field filled in', bytes: appended(signed, filled), status: 'valid', says: /“note” was filled in/, pdfsig: ['valid'] },
    {
      name: 'a field filled in, then signed again',
      bytes: await sign(appended(signed, filled), { field: 'Signature2' }),
      status: 'valid',
      says: /“note” was filled in/,
      pdfsig: ['valid', 'valid'],
    },
    { name: 'a field filled in where nothing may be', bytes: appended(fixed, filled), says: /the certification forbids/, ...later },
    { name: 'a field filled in under a looser certification', bytes: appended(open, filled), status: 'valid', pdfsig: ['valid'] },
    {
      name: 'a further signature where none may be',
      bytes: await sign(fixed, { field: 'Signature2' }),
      status: 'altered',
      says: /the certification forbids/,
      pdfsig: ['valid', 'valid'],
      because: 'later savings',
    },
    { name: 'a comment', bytes: appended(signed, commented), says: /an annotation \(FreeText\) was added to page 1/, ...later },
    { name: 'a comment where comments are let in', bytes: appended(open, commented), status: 'valid', says: /FreeText/, pdfsig: ['valid'] },
    {
      name: 'a line where comments are let in, drawn over words from a place beside them',
      bytes: appended(open, withComment('<< /Type /Annot /Subtype /Line /Rect [60 300 300 340] /L [60 706 300 706] >>')),
      says: /Line.* over words of page 1/,
      ...later,
    },
    {
      name: 'a thick line where comments are let in, drawn over words from under them',
      bytes: appended(open, withComment('<< /Type /Annot /Subtype /Line /Rect [60 650 300 652] /L [60 651 300 651] /BS << /W 110 >> >>')),
      says: /Line.* over words of page 1/,
      ...later,
    },
    {
      name: 'the sign of a note where comments are let in, over words, in a place of no size',
      bytes: appended(open, withComment('<< /Type /Annot /Subtype /Text /Rect [60 715 60 715] /Contents (hello) >>')),
      says: /Text.* over words of page 1/,
      ...later,
    },
    { name: 'more text on a page', bytes: appended(signed, moreContent), says: /the content of page 1 was changed/, ...later },
    {
      name: 'other text on a page',
      bytes: appended(signed, objects({ [part.content]: stream('BT /F1 18 Tf 60 700 Td (The fee is 900 EUR.) Tj ET') })),
      says: /the content of page 1 was changed/,
      ...later,
    },
    {
      name: 'a page added',
      bytes: appended(
        signed,
        objects({ [part.pages]: entry(part.pages, { Kids: '[3 0 R 6 0 R 20 0 R]', Count: '3' }), [part.free]: newPage }),
      ),
      says: /the pages were exchanged/,
      ...later,
    },
    {
      name: 'a page removed',
      bytes: appended(signed, objects({ [part.pages]: entry(part.pages, { Kids: '[3 0 R]', Count: '1' }) })),
      says: /the pages were exchanged/,
      ...later,
    },
    { name: 'a file attached', bytes: appended(signed, attached), says: /attachments/, ...later },
    { name: 'data to check the signature with', bytes: appended(signed, storeOf(signed)), status: 'valid', pdfsig: ['valid'] },
    { name: 'no change, but some bytes', bytes: Buffer.concat([signed, Buffer.from('% hello\n')]), says: /8 bytes were added/, ...later },
    {
      name: 'other metadata',
      bytes: appended(
        signed,
        objects({
          [part.catalog]: withEntries(now.catalog, { Metadata: '20 0 R' }),
          [part.free]: stream('<x:xmpmeta/>', '/Type /Metadata /Subtype /XML'),
        }),
      ),
      says: /the document’s metadata were changed\.\nAfter signing, \d+ bytes were added/,
      ...later,
    },
    {
      name: 'metadata that were there replaced',
      bytes: appended(described, objects({ [part.free]: stream('<x:xmpmeta>Other terms</x:xmpmeta>', '/Type /Metadata /Subtype /XML') })),
      says: /the document’s metadata were changed\.\nAfter signing, \d+ bytes were added/,
      ...later,
    },
    {
      name: 'another version of the format',
      bytes: appended(signed, objects({ [part.catalog]: withEntries(now.catalog, { Version: '/2.0' }) })),
      says: /the document’s stated version was changed\.\nAfter signing, \d+ bytes were added/,
      ...later,
    },
    { name: 'never signed', bytes: draft, status: 'unsigned', pdfsig: [] },
  ]
}

/** Harmless data of a certificate store: what a signed document may always get. Attacks travel with it, so that it is not the mere saving
 *  that gives them away. */
export function storeOf(bytes: Uint8Array): Map<number, string> {
  return new Map([
    [part.catalog, withEntries(opened(bytes).catalog, { DSS: '40 0 R' })],
    [40, '<< /Type /DSS >>'],
  ])
}
