import { unpackedData } from './pdf/filters.ts'
import type { PdfFile } from './pdf/file.ts'
import { isStream, PdfFault } from './pdf/values.ts'

/** Data to check signatures with long after, kept in the document (ISO 32000-2, 12.8.4.3). DER. */
export interface ValidationData {
  certificates: Uint8Array[]
  revocationLists: Uint8Array[]
  /** Whether there is anything a signature could be checked with later. */
  isThere: boolean
}

/** Streams that cannot be unpacked are left out: they prove nothing. */
export function validationData(file: PdfFile): ValidationData {
  const store = file.dictionary(file.catalog.entries.get('DSS'))
  const read = (key: string): Uint8Array[] => (file.list(store?.entries.get(key)) ?? []).flatMap((item) => unpacked(file, item))
  const [certificates, revocationLists, answers] = [read('Certs'), read('CRLs'), read('OCSPs')]
  return { certificates, revocationLists, isThere: revocationLists.length + answers.length > 0 }
}

function unpacked(file: PdfFile, item: Parameters<PdfFile['resolve']>[0]): Uint8Array[] {
  try {
    const stream = file.resolve(item)
    return isStream(stream) ? [unpackedData(stream)] : []
  } catch (error) {
    if (error instanceof PdfFault) return []
    throw error
  }
}
