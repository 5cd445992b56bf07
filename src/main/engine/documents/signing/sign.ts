import { CryptoKeySigner, PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfString, type FormField, type PDFPage } from '@libpdf/core'
import { raise } from '#src/shared/contract/errors.ts'
import { inlineValue, isolates } from '../text/clean.ts'
import { drawAppearance, type SignatureMark } from './appearance.ts'
import { importSigningKey, type Identity } from './authority.ts'

export interface SignRequest {
  /** Name of an empty signature field of the document: `agency` or `creator` in contracts made here. */
  field: string
  signer: Identity
  /** Certificates that lead from the signer's to the authority's, the authority's own included. */
  chain: readonly Uint8Array[]
  /** The signer's name as it is to show. */
  name: string
  mark: SignatureMark
  reason?: string | null
  /** When it is signed; the clock is the caller's. Whole seconds. */
  at: Date
  /** Language of the words in the signature's appearance. */
  language: string
}

/** Annotation flags of a signature: it prints, and it stays where it is. */
const printAndLocked = 132

/** Signs one field of a PDF as PAdES B-B (ETSI.CAdES.detached, SHA-256), appending to the file, so that earlier signatures stay as they
 *  were. Raises NOT_A_PDF, PDF_ENCRYPTED, NOT_FOUND (no such field), CONFLICT (already signed), FILE_DAMAGED (can't be appended to),
 *  BAD_INPUT or NOT_AN_IMAGE (the mark). The given bytes are never changed. */
export async function signPdf(bytes: Uint8Array, request: SignRequest): Promise<Uint8Array> {
  const pdf = await load(bytes)
  const field = emptyField(pdf, request.field)
  const { page, rect } = widgetPlace(pdf, field)
  const [left = 0, bottom = 0, right = 0, top = 0] = rect
  const appearance = await drawAppearance(request.mark, request, right - left, top - bottom)
  const form = await pdf.embedPage(await PDF.load(appearance), 0)
  const widget = field.getDict()
  whenSaving(pdf, () => {
    widget.set('Rect', new PdfArray(rect.map((value) => PdfNumber.of(value))))
    widget.set('P', page.ref)
    widget.set('F', PdfNumber.of(printAndLocked))
    widget.set('AP', PdfDict.of({ N: form.ref }))
    describe(pdf, widget, request)
  })
  const key = await importSigningKey(request.signer.privateKey)
  const signer = new CryptoKeySigner(key as CryptoKey, request.signer.certificate, 'EC', 'ECDSA', [...request.chain])
  const signed = await pdf.sign({ signer, fieldName: request.field, signingTime: request.at, estimatedSize: roomFor(request) })
  if (signed.bytes.length <= bytes.length || Buffer.compare(signed.bytes.subarray(0, bytes.length), bytes) !== 0) {
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

/** Name and reason are written as hexadecimal strings: the library looks for its own marks in the bytes it wrote, and no text may look
 *  like one. */
function describe(pdf: PDF, widget: PdfDict, request: SignRequest): void {
  const signature = widget.getDict('V', pdf.getObject.bind(pdf))
  signature?.set('Name', textString(inlineValue(request.name)))
  if (request.reason) signature?.set('Reason', textString(inlineValue(request.reason)))
  signature?.set('Prop_Build', PdfDict.of({ App: PdfDict.of({ Name: PdfName.of('Troupe') }) }))
}

function textString(text: string): PdfString {
  const bytes = Buffer.from(`\uFEFF${text.replaceAll(isolates, '')}`, 'utf16le').swap16()
  return PdfString.fromBytes(new Uint8Array(bytes))
}

/** Bytes to keep free for the signature: its certificates, and what surrounds them. */
function roomFor({ signer, chain }: SignRequest): number {
  return [signer.certificate, ...chain].reduce((sum, certificate) => sum + certificate.length, 3072)
}
