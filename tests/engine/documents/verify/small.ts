import { importSigningKey } from '#src/main/engine/documents/signing/keys.ts'
import { createAuthority, issueCertificate, type Identity } from '#src/main/engine/documents/signing/authority.ts'
import { signedContainer } from '#src/main/engine/documents/signing/cms.ts'
import type { VerdictStatus } from '#src/main/engine/documents/verify/verdict.ts'
import type { Written } from '../support/appending.ts'
import { signedElsewhere, type Elsewhere } from '../support/signing-elsewhere.ts'
import { issuedAt } from '../support/signed.ts'

/** A file, what is to be said of it, and what pdfsig says. */
export interface Case {
  name: string
  bytes: Uint8Array
  status: VerdictStatus
  /** What must stand among its alterations, remarks or notes; anything where left out. */
  says?: RegExp
  /** What pdfsig prints of each signature; empty where it finds none, null where it cannot read the file. */
  pdfsig: readonly Word[] | null
  /** Why the two do not say the same; left out where they do. */
  because?: keyof typeof reasons
}

/** "valid": the signed bytes are unchanged. */
type Word = 'valid' | 'not valid'

export const reasons = {
  'later savings': 'pdfsig judges the bytes a signature covers, and not what was saved after it',
  'bytes only': 'pdfsig takes the byte range at its word; we ask that it leaves out nothing but the signature',
  'container alone': 'pdfsig looks at the first signer of the container, and not at what else was put into it or behind it',
} as const

/** Numbers of the objects in `smallPdf`. */
export const part = { catalog: 1, pages: 2, page: 3, content: 4, font: 5, page2: 6, content2: 7, form: 8, note: 9, free: 20 } as const

export function stream(text: string, entries = ''): string {
  return `<< /Length ${text.length} ${entries} >>\nstream\n${text}\nendstream`
}

function words(text: string): string {
  return stream(`BT /F1 18 Tf 60 700 Td (${text}) Tj ET`)
}

function page(content: number, annotations = ''): string {
  const resources = '/Resources << /Font << /F1 5 0 R >> >>'
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${content} 0 R ${annotations} >>`
}

function standing(): Map<number, string> {
  return new Map([
    [part.catalog, '<< /Type /Catalog /Pages 2 0 R /AcroForm 8 0 R >>'],
    [part.pages, '<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>'],
    [part.page, page(part.content, '/Annots [9 0 R]')],
    [part.content, words('The fee is 500 EUR.')],
    [part.font, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
    [part.page2, page(part.content2)],
    [part.content2, words('Signed by both.')],
    [part.form, '<< /Fields [9 0 R] /DA (/Helv 0 Tf 0 g) >>'],
    [part.note, '<< /Type /Annot /Subtype /Widget /FT /Tx /T (note) /F 4 /Rect [60 100 300 120] /P 3 0 R >>'],
  ])
}

const header = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'

/** A PDF of two pages with a form of one text field, with other objects where some are given, in the order given. `before` are objects
 *  that stand in the file although its table does not name them. */
export function smallPdf(objects: Readonly<Record<number, string>> = {}, before: readonly string[] = []): Uint8Array {
  const all = new Map([...standing(), ...Object.entries(objects).map(([number, text]): [number, string] => [Number(number), text])])
  let text = header + before.map((object) => `${object}\n`).join('')
  const offsets = new Map<number, number>()
  for (const [number, object] of all) {
    offsets.set(number, text.length)
    text += `${number} 0 obj\n${object}\nendobj\n`
  }
  const lines = Array.from(offsets, ([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
  const start = text.length
  const size = Math.max(...all.keys()) + 1
  text += `xref\n0 1\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(text, 'latin1'))
}

/** Where an object stream's number, its length's number and the cross-references' stand in `packedPdf`. */
export const packed = { objects: 30, length: 31, references: 32 } as const

/** What the object stream of `packedPdf` holds, with other words of a rule of the second page's resources. */
export function packedObjects(font: string): string {
  const held: [number, string][] = [
    [part.font, font],
    [part.form, standing().get(part.form) ?? ''],
    [part.note, standing().get(part.note) ?? ''],
  ]
  let [head, body] = ['', '']
  for (const [number, object] of held) {
    head += `${number} ${body.length} `
    body += `${object} `
  }
  return stream(head + body, `/Type /ObjStm /N ${held.length} /First ${head.length}`)
}

/** The same document with its font and form in an object stream and its cross-references in a stream. */
export function packedPdf(): Uint8Array {
  const held = packedObjects(standing().get(part.font) ?? '')
  const inStream = [part.font, part.form, part.note] as number[]
  let text = header
  const entries = new Map<number, readonly [kind: number, second: number, third: number]>([[0, [0, 0, 255]]])
  const put = (number: number, object: string) => {
    entries.set(number, [1, text.length, 0])
    text += `${number} 0 obj\n${object}\nendobj\n`
  }
  for (const [number, object] of standing()) if (!inStream.includes(number)) put(number, object)
  put(packed.length, String(/\nstream\n([^]*)\nendstream/.exec(held)?.[1]?.length))
  put(packed.objects, held.replace(/\/Length \d+/, `/Length ${packed.length} 0 R`))
  inStream.forEach((number, at) => entries.set(number, [2, packed.objects, at]))
  const start = text.length
  entries.set(packed.references, [1, start, 0])
  return Uint8Array.from(Buffer.concat([Buffer.from(text, 'latin1'), referenceStream(entries, packed.references, start)]))
}

/** Cross-references in a stream, with the end of the file. */
export function referenceStream(
  entries: ReadonlyMap<number, readonly [kind: number, second: number, third: number]>,
  number: number,
  start: number,
  trailer = '',
): Buffer {
  const data = Buffer.alloc(entries.size * 6)
  Array.from(entries.values()).forEach(([kind, second, third], at) => {
    data.writeUInt8(kind, at * 6)
    data.writeUInt32BE(second, at * 6 + 1)
    data.writeUInt8(third, at * 6 + 5)
  })
  const index = Array.from(entries.keys(), (key) => `${key} 1`).join(' ')
  const head = `<< /Type /XRef /W [1 4 1] /Index [${index}] /Size 60 /Root 1 0 R /Length ${data.length} ${trailer} >>`
  return Buffer.concat([
    Buffer.from(`${number} 0 obj\n${head}\nstream\n`, 'latin1'),
    data,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`, 'latin1'),
  ])
}

/** Who signs the small documents, and how. */
export interface Desk {
  authority: Identity
  sign(bytes: Uint8Array, how?: Partial<Elsewhere>): Promise<Uint8Array>
}

export async function desk(): Promise<Desk> {
  const authority = await createAuthority('Harbour Lane signing authority', issuedAt)
  const signer = await issueCertificate(authority, { name: 'Ana Martins' }, issuedAt)
  const key = await importSigningKey(signer.privateKey)
  return {
    authority,
    sign: (bytes, how = {}) =>
      signedElsewhere(bytes, {
        subFilter: 'ETSI.CAdES.detached',
        dictionary: '/M (D:20260304101500Z)',
        sign: (parts) => signedContainer({ parts, key, certificate: signer.certificate, chain: [authority.certificate] }),
        ...how,
      }),
  }
}

/** Entries of a signature that certifies the document at a level. */
export function certifying(level: 1 | 2 | 3): Partial<Elsewhere> {
  return {
    dictionary:
      `/M (D:20260304101500Z) /Reference [<< /Type /SigRef /TransformMethod /DocMDP ` +
      `/TransformParams << /Type /TransformParams /P ${level} /V /1.2 >> >>]`,
    catalog: { Perms: '<< /DocMDP {signature} >>' },
  }
}

export function objects(entries: Readonly<Record<number, Written>>): Map<number, Written> {
  return new Map(Object.entries(entries).map(([number, object]) => [Number(number), object]))
}
