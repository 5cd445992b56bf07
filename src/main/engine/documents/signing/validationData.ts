import { PDF, PdfArray, PdfDict, PdfName, PdfRef, PdfStream } from '@libpdf/core'

/** What signatures can be checked with long after, when nobody answers any more. DER. */
export interface LongTermData {
  certificates: readonly Uint8Array[]
  revocationLists: readonly Uint8Array[]
  /** OCSP responses. */
  answers: readonly Uint8Array[]
}

/** Appends long-term data to a signed PDF (the document's security store, ISO 32000-2, 12.8.4.3), beside what earlier signatures left
 *  there. Signatures stay as they were. */
export async function addLongTermData(bytes: Uint8Array, data: LongTermData): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  const catalog = pdf.getCatalog()
  const resolve = pdf.getObject.bind(pdf)
  const known = catalog.getDict('DSS', resolve)
  const store = PdfDict.of({ Type: PdfName.of('DSS') })
  const parts = { Certs: data.certificates, CRLs: data.revocationLists, OCSPs: data.answers }
  for (const [key, all] of Object.entries(parts)) {
    const earlier = Array.from(known?.getArray(key, resolve) ?? []).filter((item) => item instanceof PdfRef)
    const held = earlier.map((reference) => resolve(reference)).filter((item) => item instanceof PdfStream)
    const added = all
      .filter((one) => !held.some((stream) => isSame(stream.getDecodedData(), one)))
      .map((one) => pdf.register(PdfStream.fromDict({}, one)))
    if (earlier.length + added.length > 0) store.set(key, new PdfArray([...earlier, ...added]))
  }
  catalog.set('DSS', pdf.register(store))
  const appended = await pdf.save({ incremental: true })
  if (!isSame(appended.subarray(0, bytes.length), bytes)) throw new Error('Adding data rewrote the document instead of appending to it.')
  return appended
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
