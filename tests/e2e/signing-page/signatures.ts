import { X509Certificate } from 'node:crypto'
import { PDF, PdfRef, PdfStream } from '@libpdf/core'
import * as pkijs from 'pkijs'

/** A signature as it stands in a PDF. */
export interface FoundSignature {
  field: string
  name: string | undefined
  reason: string | undefined
  location: string | undefined
  contact: string | undefined
  certificate: { subject: string; issuer: string; names: string | undefined; isAuthority: boolean }
  /** From 0. */
  page: number
  rect: [number, number, number, number]
  /** What the picture says to those who can't see it. */
  spoken: string
}

/** Every signature of a PDF, read without the code that made it. */
export async function signaturesIn(bytes: Uint8Array): Promise<FoundSignature[]> {
  const pdf = await PDF.load(bytes)
  const resolve = pdf.getObject.bind(pdf)
  const fields = pdf.getForm()?.getSignatureFields() ?? []
  return fields.flatMap((field): FoundSignature[] => {
    const [widget, signature] = [field.getDict(), field.getSignatureDict()]
    if (!signature) return []
    const text = (key: string) => signature.getString(key)?.asString()
    const rect = Array.from(widget.getArray('Rect', resolve) ?? [], (side) => Number(String((side as { value: number }).value)))
    const page = pdf
      .getPages()
      .findIndex(({ dict }) =>
        Array.from(dict.getArray('Annots', resolve) ?? []).some((item) => item instanceof PdfRef && resolve(item) === widget),
      )
    return [
      {
        field: field.name,
        name: text('Name'),
        reason: text('Reason'),
        location: text('Location'),
        contact: text('ContactInfo'),
        certificate: certificateIn(signature.getString('Contents')?.bytes ?? new Uint8Array()),
        page,
        rect: rect as FoundSignature['rect'],
        spoken: spokenIn(widget.getDict('AP', resolve)?.get('N', resolve)),
      },
    ]
  })
}

function certificateIn(container: Uint8Array): FoundSignature['certificate'] {
  const length = (container[2] ?? 0) * 256 + (container[3] ?? 0) + 4
  const info = pkijs.ContentInfo.fromBER(Uint8Array.from(container.subarray(0, length)).buffer)
  const [first] = new pkijs.SignedData({ schema: info.content as unknown }).certificates ?? []
  const certificate = new X509Certificate(new Uint8Array((first as pkijs.Certificate).toSchema(true).toBER()))
  return { subject: certificate.subject, issuer: certificate.issuer, names: certificate.subjectAltName, isAuthority: certificate.ca }
}

function spokenIn(form: unknown): string {
  if (!(form instanceof PdfStream)) return ''
  const content = Buffer.from(form.getDecodedData()).toString('latin1')
  const hexadecimal = /\/ActualText\s*<([0-9A-Fa-f]+)>/.exec(content)?.[1] ?? ''
  return new TextDecoder('utf-16be').decode(Buffer.from(hexadecimal, 'hex')).replace(/^\uFEFF/, '')
}
