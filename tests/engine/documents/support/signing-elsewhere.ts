import { coveredBytes, partsOf } from '#src/main/engine/documents/verify/byteRange.ts'
import { signatureFields } from '#src/main/engine/documents/verify/form/fields.ts'
import { pagesOf } from '#src/main/engine/documents/verify/roles.ts'
import { appended, nextNumber, opened, serialised, withEntries, type Written } from './appending.ts'

/** How some other program signs a PDF. */
export interface Elsewhere {
  field?: string
  subFilter?: string
  /** More entries of the signature's dictionary, as text. */
  dictionary?: string
  /** More entries of the field, as text. */
  fieldEntries?: string
  rect?: readonly [number, number, number, number]
  /** What the catalogue gets besides; `{signature}` stands for the signature's reference. */
  catalog?: Readonly<Record<string, string>>
  room?: number
  /** Whether the signature's own form is the signed bytes' container (DER). */
  sign(parts: readonly Uint8Array[]): Promise<Uint8Array> | Uint8Array
}

/** Signs any well-formed PDF in a new field, the way a program does that knows nothing of ours. */
export async function signedElsewhere(bytes: Uint8Array, request: Elsewhere): Promise<Uint8Array> {
  const { field = 'Signature1', subFilter = 'adbe.pkcs7.detached', room = 8192, rect = [0, 0, 0, 0] } = request
  const file = opened(bytes)
  const [signature, widget] = [nextNumber(file), nextNumber(file) + 1]
  const root = file.trailer.entries.get('Root')
  const catalog = root && typeof root === 'object' && 'number' in root ? root.number : 0
  const [page = 0] = [...pagesOf(file)][0] ?? []
  const pageNode = file.dictionary({ kind: 'reference', number: page, generation: 0 })
  const annotations = file.list(pageNode?.entries.get('Annots')) ?? []
  const form = file.dictionary(file.catalog.entries.get('AcroForm'))
  const fields = [...(file.list(form?.entries.get('Fields')) ?? []).map(serialised), `${widget} 0 R`]
  const perms = Object.fromEntries(
    Object.entries(request.catalog ?? {}).map(([key, value]) => [key, value.replaceAll('{signature}', `${signature} 0 R`)]),
  )
  const dictionary = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} /ByteRange [0 9999999999 9999999999 9999999999] /Contents <${'0'.repeat(room * 2)}> ${request.dictionary ?? ''} >>`
  const objects = new Map<number, Written>([
    [signature, dictionary],
    [
      widget,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${field}) /F 132 /Rect [${rect.join(' ')}] /P ${page} 0 R /V ${signature} 0 R ${request.fieldEntries ?? ''} >>`,
    ],
    [page, withEntries(pageNode ?? null, { Annots: `[${[...annotations.map(serialised), `${widget} 0 R`].join(' ')}]` })],
    [
      catalog,
      withEntries(file.catalog, {
        ...perms,
        AcroForm: withEntries(form ?? { kind: 'dictionary', entries: new Map() }, { Fields: `[${fields.join(' ')}]`, SigFlags: '3' }),
      }),
    ],
  ])
  return filled(appended(bytes, objects), field, request)
}

/** Writes byte range and signature into the places kept for them. */
async function filled(bytes: Uint8Array, field: string, { sign }: Elsewhere): Promise<Uint8Array> {
  const buffer = Buffer.from(bytes)
  const range = buffer.lastIndexOf('/ByteRange [') + '/ByteRange '.length
  const gap = buffer.lastIndexOf('/Contents <') + '/Contents '.length
  const end = buffer.indexOf('>', gap) + 1
  const rangeEnd = buffer.indexOf(']', range)
  buffer.write(`[0 ${gap} ${end} ${buffer.length - end}`.padEnd(rangeEnd - range) + ']', range, 'latin1')
  const unsigned = Uint8Array.from(buffer)
  const dictionary = signatureFields(opened(unsigned)).find(({ name }) => name === field)?.signature
  const covered = dictionary && coveredBytes(unsigned, dictionary)
  if (!covered || 'problem' in covered) throw new Error(`The place for the signature is wrong: ${covered?.problem}`)
  const container = await sign(partsOf(unsigned, covered.range))
  if (container.length * 2 > end - gap - 2) throw new Error(`The signature has ${container.length} bytes.`)
  buffer.write(Buffer.from(container).toString('hex'), gap + 1, 'latin1')
  return Uint8Array.from(buffer)
}
