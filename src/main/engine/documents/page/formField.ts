import type { Element, Flow } from './flow.ts'

/** pdfkit's inside: the catalogue of the document. */
const root = '_root'

interface Internals {
  page: { annotations: unknown[]; dictionary: { data: Record<string, unknown> } }
  [root]: { data: { AcroForm: { data: { Fields: unknown[]; NeedAppearances?: boolean; SigFlags?: number } } } }
}

export interface FieldRect {
  /** From 0. */
  page: number
  /** Points from the page's bottom left corner: left, bottom, right, top. */
  rect: [number, number, number, number]
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Annotation flags: it prints; it prints and stays as it is. */
const prints = 4
const printsLocked = 132
/** Flags of a text field: not for people to type in; several lines. */
const readOnly = 1
const readOnlyLines = readOnly + 4096

/** Makes `doc` a form that may hold signature fields. Once per document, before the first field. */
export function startForm(doc: PDFKit.PDFDocument): void {
  doc.initForm()
  const form = (doc as unknown as Internals)[root].data.AcroForm.data
  // Viewers must show the appearances in the file, not make their own; 3: signatures exist, and changes are appended.
  delete form.NeedAppearances
  form.SigFlags = 3
}

/** Places an empty signature field that any signing tool can find and fill. pdfkit has no such field, so it is made from a bare
 *  annotation. */
export function signatureField(flow: Flow, parent: Element, name: string, description: string, box: Box): FieldRect {
  place(flow, box, parent, { FT: 'Sig', T: text(name), TU: text(description), F: prints, AP: emptyLook(flow.doc, box) })
  const { height } = flow.doc.page
  return {
    page: flow.doc.bufferedPageRange().count - 1,
    rect: [box.x, height - box.y - box.height, box.x + box.width, height - box.y],
  }
}

/** Places an empty text field that people cannot type in: it is filled in by whoever signs. */
export function recordField(flow: Flow, parent: Element, name: string, description: string, box: Box): void {
  const field = { FT: 'Tx', Ff: readOnlyLines, T: text(name), TU: text(description), F: printsLocked, AP: emptyLook(flow.doc, box) }
  place(flow, box, parent, field)
}

/** The same without any size: it shows nothing and only holds its value. Its empty look keeps viewers from laying the value out in no
 *  space, which some never finish. */
export function hiddenField(flow: Flow, name: string, description: string): void {
  const nowhere = { x: 0, y: flow.doc.page.height, width: 0, height: 0 }
  const look = emptyLook(flow.doc, nowhere)
  place(flow, nowhere, null, { FT: 'Tx', Ff: readOnly, T: text(name), TU: text(description), F: printsLocked, AP: look })
}

function place(flow: Flow, box: Box, parent: Element | null, field: Record<string, unknown>): void {
  const { doc } = flow
  const internals = doc as unknown as Internals
  const element = parent && doc.struct('Form')
  if (element) parent.add(element)
  const widget = { Subtype: 'Widget', ...field, ...(element ? { structParent: element } : {}) }
  doc.annotate(box.x, box.y, box.width, box.height, widget as unknown as PDFKit.Mixins.AnnotationOption)
  element?.end()
  internals[root].data.AcroForm.data.Fields.push(internals.page.annotations.at(-1))
  internals.page.dictionary.data['Tabs'] = 'S'
}

/** PDF/A wants every field that has a size to have a look, also while it is empty. */
function emptyLook(doc: PDFKit.PDFDocument, { width, height }: Box): { N: unknown } {
  const look = doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} })
  look.end(Buffer.from(' '))
  return { N: look }
}

/** pdfkit writes string objects as PDF strings and plain strings as names. */
function text(value: string): unknown {
  return Object(value)
}
