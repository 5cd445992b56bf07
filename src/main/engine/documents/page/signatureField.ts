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
export function signatureField(
  flow: Flow,
  parent: Element,
  name: string,
  description: string,
  box: { x: number; y: number; width: number; height: number },
): FieldRect {
  const { doc } = flow
  const internals = doc as unknown as Internals
  const element = doc.struct('Form')
  parent.add(element)
  const field = { Subtype: 'Widget', FT: 'Sig', T: text(name), TU: text(description), F: 4, structParent: element }
  doc.annotate(box.x, box.y, box.width, box.height, field as unknown as PDFKit.Mixins.AnnotationOption)
  element.end()
  internals[root].data.AcroForm.data.Fields.push(internals.page.annotations.at(-1))
  internals.page.dictionary.data['Tabs'] = 'S'
  const { height } = doc.page
  return {
    page: doc.bufferedPageRange().count - 1,
    rect: [box.x, height - box.y - box.height, box.x + box.width, height - box.y],
  }
}

/** pdfkit writes string objects as PDF strings and plain strings as names. */
function text(value: string): unknown {
  return Object(value)
}
