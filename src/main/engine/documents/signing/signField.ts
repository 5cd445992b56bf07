import { PDF, PdfDict, PdfName, PdfNumber, PdfRef, PdfString, type FormField, type PDFPage } from '@libpdf/core'
import { raise } from '#src/shared/contract/errors.ts'
import { inlineValue } from '../text/clean.ts'
import { certify, isSigned, mayBeSigned } from './certification.ts'
import { signedContainer, type CmsRequest } from './cms.ts'
import { emptyContents, emptyRange, writeSignature } from './placeholder.ts'
import { keepTexts, pdfDate, pdfText } from './strings.ts'

/** Draws what shows in a field of `width` × `height` points: a PDF of one page. */
export type Look = (width: number, height: number) => Promise<Uint8Array>

/** A text field that is filled in along with a signature. */
export interface FieldFill {
  field: string
  value: string
  /** What shows; none for a field without size, which only holds its value. */
  look?: Look
}

/** One signature as it goes into a PDF. Runs in the engine and in the signing page's browser alike: WebCrypto, nothing of Node. */
export interface FieldSignature extends Pick<CmsRequest, 'key' | 'certificate' | 'chain' | 'stamp'> {
  /** Name of an empty signature field of the document: `agency` and `creator` or `client` in contracts made here. */
  field: string
  /** The signer's name as it is to show. */
  name: string
  reason?: string | null
  /** Where it was signed. */
  location?: string | null
  /** How to reach the signer, usually an e-mail address. */
  contact?: string | null
  /** When it is signed; the clock is the caller's. Whole seconds. */
  at: Date
  appearance: Look
  /** Text fields to fill in before signing; those the document does not have, or that are filled already, are left alone. */
  fills?: readonly FieldFill[]
}

/** Annotation flags of a signature: it prints, and it stays where it is. */
const printAndLocked = 132
/** Bytes kept free for what surrounds the certificates, and for a time stamp with its own. */
const room = { container: 3072, stamp: 12_288 } as const

/** Signs one field of a PDF as PAdES B-B (ETSI.CAdES.detached), or B-T with `stamp`, appending to the file, so that earlier signatures stay
 *  as they were. The first signature certifies: from then on only filling in fields and signing are allowed. Raises NOT_A_PDF,
 *  PDF_ENCRYPTED, NOT_FOUND (no such field), CONFLICT (already signed, or closed by its author) or FILE_DAMAGED (can't be appended to). The
 *  given bytes are never changed. */
export async function signField(bytes: Uint8Array, request: FieldSignature): Promise<Uint8Array> {
  const pdf = await load(bytes)
  mayBeSigned(pdf)
  const field = emptyField(pdf, request.field)
  const { page, rect } = widgetPlace(pdf, field)
  const widget = field.getDict()
  const signature = signatureDictionary(request)
  const reference = pdf.register(signature)
  if (!isSigned(pdf)) certify(pdf, signature, reference)
  await show(pdf, widget, rect, request.appearance)
  keepTexts(widget)
  widget.set('V', reference)
  widget.set('Type', PdfName.of('Annot'))
  widget.set('P', page.ref)
  widget.set('F', PdfNumber.of(printAndLocked))
  for (const fill of request.fills ?? []) await fillIn(pdf, fill)
  const appended = await pdf.save({ incremental: true })
  if (appended.length <= bytes.length || !bytes.every((byte, at) => byte === appended[at])) {
    throw new Error('Signing rewrote the document instead of appending to it.')
  }
  return writeSignature(appended, { from: bytes.length, object: reference.objectNumber }, (parts) => signedContainer({ ...request, parts }))
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
  const rect = rectOf(pdf, widget)
  if (!page || !rect) return raise('FILE_DAMAGED', `The signature field “${field.name}” has no place on a page.`)
  return { page, rect }
}

function rectOf(pdf: PDF, widget: PdfDict): number[] | undefined {
  const sides = widget.getArray('Rect', pdf.getObject.bind(pdf))
  const rect = Array.from(sides ?? [], (item) => (item instanceof PdfNumber ? item.value : Number.NaN))
  return rect.length === 4 && rect.every(Number.isFinite) ? rect : undefined
}

async function show(pdf: PDF, widget: PdfDict, [left = 0, bottom = 0, right = 0, top = 0]: readonly number[], look: Look): Promise<void> {
  const form = await pdf.embedPage(await PDF.load(await look(right - left, top - bottom)), 0)
  widget.set('AP', PdfDict.of({ N: form.ref }))
}

async function fillIn(pdf: PDF, { field: name, value, look }: FieldFill): Promise<void> {
  const widget = pdf
    .getForm()
    ?.getFields()
    .find((candidate) => candidate.type === 'text' && candidate.name === name)
    ?.getDict()
  const rect = widget && rectOf(pdf, widget)
  if (!widget || !rect || widget.has('V')) return
  keepTexts(widget)
  widget.set('V', pdfText(value))
  if (look) await show(pdf, widget, rect, look)
}

/** Names and reasons are written as hexadecimal strings, so that no text may look like a part of the file. */
function signatureDictionary({ certificate, chain, stamp, ...request }: FieldSignature): PdfDict {
  const certificates = [certificate, ...chain].reduce((sum, one) => sum + one.length, 0)
  const signature = PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    ByteRange: emptyRange(),
    Contents: emptyContents(certificates + room.container + (stamp ? room.stamp : 0)),
    M: PdfString.fromString(pdfDate(request.at)),
    Prop_Build: PdfDict.of({ App: PdfDict.of({ Name: PdfName.of('Troupe') }) }),
  })
  const texts = { Name: request.name, Reason: request.reason, Location: request.location, ContactInfo: request.contact }
  for (const [key, text] of Object.entries(texts)) if (text) signature.set(key, pdfText(inlineValue(text)))
  return signature
}
