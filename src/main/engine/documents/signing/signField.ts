import { CryptoKeySigner, PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfString, type FormField, type PDFPage } from '@libpdf/core'
import { raise } from '#src/shared/contract/errors.ts'
import { inlineValue, isolates } from '../text/clean.ts'

/** One signature as it goes into a PDF. Runs in the engine and in the signing page's browser alike: WebCrypto, nothing of Node. */
export interface FieldSignature {
  /** Name of an empty signature field of the document: `agency` and `creator` or `client` in contracts made here. */
  field: string
  /** The signer's certificate (DER), and the key it speaks of. */
  certificate: Uint8Array
  key: CryptoKey
  /** Certificates that lead from the signer's to the authority's, the authority's own included; none for a self-signed one. */
  chain: readonly Uint8Array[]
  /** The signer's name as it is to show. */
  name: string
  reason?: string | null
  /** Where it was signed. */
  location?: string | null
  /** How to reach the signer, usually an e-mail address. */
  contact?: string | null
  /** When it is signed; the clock is the caller's. Whole seconds. */
  at: Date
  /** Draws what shows in the field, `width` × `height` points: a PDF of one page. */
  appearance(width: number, height: number): Promise<Uint8Array>
}

/** Annotation flags of a signature: it prints, and it stays where it is. */
const printAndLocked = 132

/** Signs one field of a PDF as PAdES B-B (ETSI.CAdES.detached, SHA-256), appending to the file, so that earlier signatures stay as they
 *  were. Raises NOT_A_PDF, PDF_ENCRYPTED, NOT_FOUND (no such field), CONFLICT (already signed) or FILE_DAMAGED (can't be appended to). The
 *  given bytes are never changed. */
export async function signField(bytes: Uint8Array, request: FieldSignature): Promise<Uint8Array> {
  const pdf = await load(bytes)
  const field = emptyField(pdf, request.field)
  const { page, rect } = widgetPlace(pdf, field)
  const [left = 0, bottom = 0, right = 0, top = 0] = rect
  const appearance = await request.appearance(right - left, top - bottom)
  const form = await pdf.embedPage(await PDF.load(appearance), 0)
  const widget = field.getDict()
  whenSaving(pdf, () => {
    widget.set('Rect', new PdfArray(rect.map((value) => PdfNumber.of(value))))
    widget.set('P', page.ref)
    widget.set('F', PdfNumber.of(printAndLocked))
    widget.set('AP', PdfDict.of({ N: form.ref }))
    describe(pdf, widget, request)
  })
  const signer = new CryptoKeySigner(request.key, request.certificate, 'EC', 'ECDSA', [...request.chain])
  const signed = await pdf.sign({ signer, fieldName: request.field, signingTime: request.at, estimatedSize: roomFor(request) })
  if (signed.bytes.length <= bytes.length || !bytes.every((byte, at) => byte === signed.bytes[at])) {
    throw new Error('Signing rewrote the document instead of appending to it.')
  }
  return signed.bytes
}

async function load(bytes: Uint8Array): Promise<PDF> {
  const pdf = await PDF.load(bytes).catch((error: unknown) => raise('NOT_A_PDF', undefined, { cause: String(error) }))
  if (pdf.isEncrypted) raise('PDF_ENCRYPTED', 'The PDF is encrypted and cannot be signed.')
  const blocker = pdf.canSaveIncrementally()
  if (blocker) raise('FILE_DAMAGED', `The PDF cannot be signed without being rewritten (${blocker}).`)
  return pdf
}

function emptyField(pdf: PDF, name: string): FormField {
  const field = pdf
    .getForm()
    ?.getSignatureFields()
    .find((candidate) => candidate.name === name)
  if (!field) raise('NOT_FOUND', `The PDF has no signature field “${name}”.`)
  if (field.isSigned()) raise('CONFLICT', `The field “${name}” is signed already.`)
  return field
}

function widgetPlace(pdf: PDF, field: FormField): { page: PDFPage; rect: number[] } {
  const resolve = pdf.getObject.bind(pdf)
  const widget = field.getDict()
  const page = pdf.getPages().find((candidate) => {
    const annotations = candidate.dict.getArray('Annots', resolve)
    return annotations ? Array.from(annotations).some((item) => item instanceof PdfRef && resolve(item) === widget) : false
  })
  const rect = Array.from(widget.getArray('Rect', resolve) ?? [], (item) => (item instanceof PdfNumber ? item.value : Number.NaN))
  if (!page || rect.length !== 4 || !rect.every(Number.isFinite)) {
    raise('FILE_DAMAGED', `The signature field “${field.name}” has no place on a page.`)
  }
  return { page, rect }
}

/** The library places every signature invisibly on the first page just before it writes the file, so its place is put right at that
 *  moment. */
function whenSaving(pdf: PDF, change: () => void): void {
  const save = pdf.save.bind(pdf)
  pdf.save = (options) => {
    pdf.save = save
    change()
    return save(options)
  }
}

/** Names and reasons are written as hexadecimal strings: the library looks for its own marks in the bytes it wrote, and no text may look
 *  like one. */
function describe(pdf: PDF, widget: PdfDict, request: FieldSignature): void {
  const signature = widget.getDict('V', pdf.getObject.bind(pdf))
  signature?.set('Name', textString(inlineValue(request.name)))
  if (request.reason) signature?.set('Reason', textString(inlineValue(request.reason)))
  if (request.location) signature?.set('Location', textString(inlineValue(request.location)))
  if (request.contact) signature?.set('ContactInfo', textString(inlineValue(request.contact)))
  signature?.set('Prop_Build', PdfDict.of({ App: PdfDict.of({ Name: PdfName.of('Troupe') }) }))
}

/** UTF-16 with its mark, high byte first. */
function textString(text: string): PdfString {
  const plain = text.replaceAll(isolates, '')
  const units = Array.from({ length: plain.length }, (_, at) => plain.charCodeAt(at))
  return PdfString.fromBytes(Uint8Array.from([0xfeff, ...units].flatMap((unit) => [unit >> 8, unit & 0xff])))
}

/** Bytes to keep free for the signature: its certificates, and what surrounds them. */
function roomFor({ certificate, chain }: FieldSignature): number {
  return [certificate, ...chain].reduce((sum, one) => sum + one.length, 3072)
}
