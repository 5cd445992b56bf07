import type { ReadPdf } from '../reading/content.ts'
import { bookkeepingBetween, changesBetween } from './changes/changesBetween.ts'
import { refuseCovering } from './changes/covering.ts'
import type { Change } from './changes/kinds.ts'
import type { CheckedSignature } from './checkSignature.ts'
import { openStrictly, type PdfFile } from './pdf/file.ts'
import { PdfFault } from './pdf/values.ts'

/** Compares the document as each signer saw it with what the next signer saw, and the last with what is there now. The changes stand
 *  under the end of the bytes that the earlier signature covers. */
export async function changesAfterSigning(
  file: PdfFile,
  signatures: readonly CheckedSignature[],
  readPdf: ReadPdf,
): Promise<Map<number, Change[]>> {
  const ends = [...new Set(signatures.map(({ end }) => end).filter((end) => end !== undefined))].toSorted((a, b) => a - b)
  const states = ends.map((end) => ({ end, state: openStrictly(file.bytes.subarray(0, end)) }))
  const found = new Map<number, Change[]>()
  for (const [at, { end, state }] of states.entries()) {
    const next = states[at + 1]
    if (!state) found.set(end, [alteration('a signature covers something that is not a whole document')])
    else if (next) found.set(end, next.state ? await changesFrom(state, next.state, readPdf) : [])
    else if (end < file.bytes.length) found.set(end, await changesSince(state, file, readPdf))
  }
  return found
}

/** What was done to a document since its first `length` bytes were all of it: up to its first signature behind them, or to what is there
 *  now. */
export async function changesSinceVersion(
  bytes: Uint8Array,
  length: number,
  signedUpTo: number | null,
  readPdf: ReadPdf,
): Promise<Change[]> {
  const [before, after] = [openStrictly(bytes.subarray(0, length)), openStrictly(bytes.subarray(0, signedUpTo ?? bytes.length))]
  if (!before || !after) return [alteration('the structure of the file was damaged or tampered with')]
  try {
    return await changesFrom(before, after, readPdf)
  } catch (error) {
    if (error instanceof PdfFault) return [alteration('the structure of the file was damaged or tampered with')]
    throw error
  }
}

async function changesFrom(before: PdfFile, after: PdfFile, readPdf: ReadPdf): Promise<Change[]> {
  const { changes, places } = changesBetween(before, after)
  await refuseCovering(places, before, readPdf)
  return changes
}

/** What no signature covers must be there for a reason that a signed document knows; bytes that change nothing have none. */
async function changesSince(before: PdfFile, file: PdfFile, readPdf: ReadPdf): Promise<Change[]> {
  const changes = await changesFrom(before, file, readPdf)
  const isPlain = changes.length > 0 && changes.every(({ isAllowed }) => isAllowed)
  const count = file.bytes.length - before.bytes.length
  if (isPlain) return changes
  const bookkeeping = bookkeepingBetween(before, file)
  return [...changes, ...(bookkeeping ? [bookkeeping] : []), alteration(bytesAdded(count))]
}

/** What to say of bytes at the end of a file that no signature covers. */
export function bytesAdded(count: number): string {
  return `${count === 1 ? 'one byte was' : `${count.toLocaleString('en')} bytes were`} added that no signature covers`
}

/** A change to the file's structure that nothing allows, said in words. */
export function alteration(text: string): Change {
  return { kind: 'structure', page: null, text, isAllowed: false }
}
