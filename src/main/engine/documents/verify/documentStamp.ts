import { coveredBytes, partsOf } from './byteRange.ts'
import type { CheckedSignature, Evidence } from './checkSignature.ts'
import type { PdfFile } from './pdf/file.ts'
import { nameOf, type PdfDictionary } from './pdf/values.ts'
import { checkStamp } from './timeStamps.ts'
import { brokenVerdict, type SignatureVerdict } from './verdict.ts'

/** Whether a signature's dictionary holds a time stamp on the document instead. */
export function isDocumentStamp({ entries }: PdfDictionary): boolean {
  return nameOf(entries.get('SubFilter')) === 'ETSI.RFC3161'
}

/** Checks a time stamp on the document. */
export function checkDocumentStamp(
  file: PdfFile,
  field: string,
  signature: PdfDictionary,
  { settings, data }: Pick<Evidence, 'settings' | 'data'>,
): CheckedSignature {
  const covered = coveredBytes(file.bytes, signature)
  const { end } = covered
  const about = {
    field,
    coversWholeFile: end === file.bytes.length,
    reason: null,
    certification: null,
    locks: null,
    signedAt: null,
    program: null,
  }
  const broken = (problem: string): CheckedSignature => ({ verdict: { ...brokenVerdict(about, problem), kind: 'time stamp' }, end })
  if ('problem' in covered) return broken(covered.problem)
  const stamp = checkStamp(covered.contents, partsOf(file.bytes, covered.range), data, settings)
  if (!stamp.isIntact) return broken(stamp.problem)
  const { signature: made, trust, info } = stamp
  const verdict: SignatureVerdict = {
    ...brokenVerdict({ ...about, signedAt: info.at }, '', made),
    kind: 'time stamp',
    intact: true,
    trusted: info.isTrusted,
    anchor: trust.anchor,
    revocation: trust.revocation,
    note: info.note,
    algorithm: made.algorithm,
    isWeak: made.weakness !== null,
  }
  return { verdict, end }
}
