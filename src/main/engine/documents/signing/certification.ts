import { PdfArray, PdfDict, PdfName, PdfNumber, type PDF, type PdfRef } from '@libpdf/core'
import { raise } from '#src/shared/contract/errors.ts'

/** After the first signature: filling in fields and signing, nothing else (ISO 32000-2, table 257). */
const fillingAndSigning = 2

/** Whether any field of the document carries a signature. */
export function isSigned(pdf: PDF): boolean {
  return (
    pdf
      .getForm()
      ?.getSignatureFields()
      .some((field) => field.isSigned()) ?? false
  )
}

/** Makes `signature` the one that says what may still happen to the document. There can be one, and it must be the first. */
export function certify(pdf: PDF, signature: PdfDict, reference: PdfRef): void {
  const parameters = PdfDict.of({ Type: PdfName.of('TransformParams'), P: PdfNumber.of(fillingAndSigning), V: PdfName.of('1.2') })
  const transform = PdfDict.of({ Type: PdfName.of('SigRef'), TransformMethod: PdfName.of('DocMDP'), TransformParams: parameters })
  signature.set('Reference', new PdfArray([transform]))
  pdf.getCatalog().set('Perms', PdfDict.of({ DocMDP: reference }))
}

/** Raises CONFLICT where the first signer allowed no further signature. */
export function mayBeSigned(pdf: PDF): void {
  const resolve = pdf.getObject.bind(pdf)
  const certification = pdf.getCatalog().getDict('Perms', resolve)?.getDict('DocMDP', resolve)
  const [reference] = Array.from(certification?.getArray('Reference', resolve) ?? [])
  const parameters = reference instanceof PdfDict ? reference.getDict('TransformParams', resolve) : undefined
  if (parameters?.getNumber('P', resolve)?.value !== 1) return
  raise('CONFLICT', 'Whoever signed the PDF first closed it for any change, further signatures included. Ask for one that is not closed.')
}
