import { appended, opened, withEntries, type Written } from '../support/appending.ts'
import { storeOf } from './after-signing.cases.ts'
import { objects, packed, packedObjects, packedPdf, part, referenceStream, smallPdf, stream, type Case, type Desk } from './small.ts'

const overWords = '/Rect [50 690 400 730]'
const note = (look: string, entries: string) =>
  `<< /Type /Annot /Subtype /Widget /FT /Btn /T (agreed) /F 4 ${overWords} /P 3 0 R /AP << /N << /Yes ${look} /Off 22 0 R >> >> ${entries} >>`
const box = '/Type /XObject /Subtype /Form /BBox [0 0 350 40]'

/** Documents prepared before signing so that something else shows after (Mainka, Mladenov, Rohlmann 2021), and objects exchanged behind the
 *  table of them. Each saving also brings what a signed document may get. */
export async function shadowCases({ sign }: Desk): Promise<Case[]> {
  const later = { status: 'altered', pdfsig: ['valid'], because: 'later savings' } as const
  const cover = stream('1 g 0 0 350 40 re f', box)
  const hiding = await sign(smallPdf(drawnOver(cover)))

  const ticked = {
    [part.page]: withEntries(opened(smallPdf()).object(part.page), { Annots: '[9 0 R 20 0 R]' }),
    [part.form]: '<< /Fields [9 0 R 20 0 R] >>',
    21: stream('1 g 0 0 350 40 re f', box),
    22: stream('', box),
  }
  const replacing = await sign(smallPdf({ ...ticked, [part.free]: note('21 0 R', '/V /Off /AS /Off') }))

  const plain = await sign(smallPdf())
  const fonts = await sign(smallPdf({ [part.free]: '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>' }))
  // Two objects of one number stand in the signed file; its table names the second.
  const twin = `${part.content} 0 obj\n${stream('BT /F1 18 Tf 60 700 Td (The fee is 900 EUR.) Tj ET')}\nendobj`
  const twins = await sign(smallPdf({}, [twin]))
  const twinAt = Buffer.from(twins).indexOf(twin)
  const inStreams = await sign(packedPdf())
  const courier = packedObjects('<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>')
  const length = Number(/\/Length (\d+)/.exec(courier)?.[1])

  return [
    {
      name: 'hide: what covered the words is taken out',
      bytes: savedWith(hiding, { [part.free]: null }),
      says: /content of page 1/,
      ...later,
    },
    {
      name: 'hide: what covered the words is emptied',
      bytes: savedWith(hiding, { [part.free]: stream('', box) }),
      says: /content of page 1/,
      ...later,
    },
    {
      name: 'replace: a box is ticked whose hidden look lies over the words',
      bytes: savedWith(replacing, { [part.free]: note('21 0 R', '/V /Yes /AS /Yes') }),
      says: /“agreed” was filled in, over words of page 1/,
      ...later,
    },
    {
      name: 'replace: only the shown state of the box is changed',
      bytes: savedWith(replacing, { [part.free]: note('21 0 R', '/V /Off /AS /Yes') }),
      says: /over words of page 1/,
      ...later,
    },
    {
      name: 'replace: another font for the same words',
      bytes: savedWith(fonts, { [part.font]: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' }),
      says: /content of page 1/,
      ...later,
    },
    {
      name: 'hide and replace: the table leads to a hidden twin',
      bytes: savedWith(twins, {}, { table: (offsets) => storeLines(offsets) + line(part.content, twinAt) }),
      says: /content of page 1/,
      ...later,
    },
    {
      name: 'swapped: the page shows the other page’s words',
      bytes: savedWith(plain, { [part.page]: withEntries(opened(plain).object(part.page), { Contents: '7 0 R' }) }),
      says: /content of page 1/,
      ...later,
    },
    {
      name: 'swapped: a stream of objects under its old number',
      bytes: savedWith(inStreams, { [packed.objects]: courier }),
      says: /content of page 1/,
      ...later,
    },
    {
      name: 'swapped: the length of a stream of objects',
      bytes: savedWith(inStreams, { [packed.length]: String(length - 40) }),
      says: /damaged|content/,
      ...later,
    },
    {
      name: 'two entries for one object in the added table',
      bytes: savedWith(plain, {}, { table: (offsets) => storeLines(offsets) + line(part.content, 15) + line(part.content, 15) }),
      says: /damaged or tampered/,
      ...later,
    },
    {
      name: 'two tables: older readers no longer see an object',
      bytes: hybrid(plain),
      says: /history of the file/,
      ...later,
    },
    {
      name: 'a stream of cross-references after a table, with nothing but data to check signatures',
      bytes: streamAfterTable(plain, {}),
      status: 'valid',
      pdfsig: ['valid'],
    },
    {
      name: 'a stream of cross-references after a table, with other words',
      bytes: streamAfterTable(plain, { [part.content]: stream('BT /F1 18 Tf 60 700 Td (The fee is 900 EUR.) Tj ET') }),
      says: /content of page 1/,
      ...later,
    },
    {
      name: 'a table after a stream of cross-references, with other words',
      bytes: savedWith(inStreams, { [part.content]: stream('BT /F1 18 Tf 60 700 Td (The fee is 900 EUR.) Tj ET') }),
      says: /content of page 1/,
      ...later,
    },
    {
      name: 'another catalogue',
      bytes: savedWith(plain, { 50: '<< /Type /Catalog /Pages 2 0 R /AcroForm 8 0 R >>' }, { trailer: '/Root 50 0 R' }),
      says: /no longer part of the document/,
      ...later,
    },
    {
      name: 'the chain of savings leads past the signature',
      bytes: savedWith(plain, {}, { trailer: `/Prev ${opened(smallPdf()).sections[0]?.offset}` }),
      says: /no longer part of the document/,
      ...later,
    },
  ]
}

/** A table that calls an object free, and a stream beside it that brings it back where it was. */
function hybrid(signed: Uint8Array): Uint8Array {
  const content = opened(signed)
  const entry = content.sections.flatMap(({ entries }) => [...entries]).find(([number]) => number === part.content)?.[1]
  if (entry?.at !== 'byte') throw new Error('The content of the page is not in a table.')
  const start = signed.length + 1
  const hidden = referenceStream(new Map([[part.content, [1, entry.offset, 0] as const]]), 41, start)
  const withStream = Buffer.concat([signed, Buffer.from('\n'), hidden.subarray(0, hidden.lastIndexOf('startxref'))])
  const store = [...storeOf(signed)]
  let text = ''
  const lines = store.map(([number, object]) => {
    const offset = withStream.length + text.length
    text += `${number} 0 obj\n${object}\nendobj\n`
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n${lines.join('')}${part.content} 1\n0000000000 00001 f \n`
  const at = withStream.length + text.length
  const end = `trailer\n<< /Size 60 /Root 1 0 R /Prev ${content.sections[0]?.offset} /XRefStm ${start} >>\nstartxref\n${at}\n%%EOF\n`
  return Uint8Array.from(Buffer.concat([withStream, Buffer.from(text + table + end, 'latin1')]))
}

function streamAfterTable(signed: Uint8Array, changes: Readonly<Record<number, string>>): Uint8Array {
  let text = '\n'
  const entries = new Map<number, readonly [number, number, number]>()
  for (const [number, object] of [...storeOf(signed), ...Object.entries(changes).map(([key, value]) => [Number(key), value] as const)]) {
    entries.set(number, [1, signed.length + text.length, 0])
    text += `${number} 0 obj\n${object}\nendobj\n`
  }
  const start = signed.length + text.length
  entries.set(41, [1, start, 0])
  const references = referenceStream(entries, 41, start, `/Prev ${opened(signed).sections[0]?.offset}`)
  return Uint8Array.from(Buffer.concat([signed, Buffer.from(text, 'latin1'), references]))
}

/** Saved once more with these objects, and with what any signed document may get. */
function savedWith(
  bytes: Uint8Array,
  changes: Readonly<Record<number, Written>>,
  options: Parameters<typeof appended>[2] = {},
): Uint8Array {
  return appended(bytes, new Map([...storeOf(bytes), ...objects(changes)]), options)
}

/** The first page with a picture drawn over its words. */
function drawnOver(look: string): Record<number, string> {
  return {
    [part.page]: withEntries(opened(smallPdf()).object(part.page), {
      Resources: '<< /Font << /F1 5 0 R >> /XObject << /X 20 0 R >> >>',
      Contents: '[4 0 R 21 0 R]',
    }),
    [part.free]: look,
    21: stream('q 1 0 0 1 50 690 cm /X Do Q'),
  }
}

/** A line of a table under a heading of its own. */
function line(number: number, offset: number): string {
  return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
}

function storeLines(offsets: ReadonlyMap<number, number>): string {
  return Array.from(offsets, ([number, offset]) => line(number, offset)).join('')
}
