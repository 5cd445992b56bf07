import { PDF, PdfRef } from '@libpdf/core'
import { dateOf } from '#src/main/engine/documents/verify/dates.ts'

/** A signature that a PDF bears, as it describes itself; whether it holds is for a verifier to say. */
export interface Borne {
  field: string
  name: string
  at: Date | null
}

export interface Inspected {
  signatures: Borne[]
  /** The page that the signer's field stands on, from 0; null where the PDF has no such field. */
  page: number | null
}

/** Who has signed a PDF, and where the signer's own field is. */
export async function inspect(bytes: Uint8Array, field: string): Promise<Inspected> {
  const pdf = await PDF.load(bytes)
  const resolve = pdf.getObject.bind(pdf)
  const fields = pdf.getForm()?.getSignatureFields() ?? []
  const own = fields.find(({ name }) => name === field)
  const page = pdf.getPages().findIndex(({ dict }) => {
    const annotations = dict.getArray('Annots', resolve)
    return own && annotations ? Array.from(annotations).some((item) => item instanceof PdfRef && resolve(item) === own.getDict()) : false
  })
  const signatures = fields.flatMap((candidate): Borne[] => {
    const signature = candidate.getSignatureDict()
    if (!signature) return []
    const at = signature.getString('M')?.asString()
    return [{ field: candidate.name, name: signature.getString('Name')?.asString() ?? '', at: at ? dateOf(at) : null }]
  })
  return { signatures, page: page < 0 ? null : page }
}
