import { timingSafeEqual } from 'node:crypto'
import * as asn1js from 'asn1js'
import type * as pkijs from 'pkijs'

/** A check of a signature's container that failed, in one sentence. Never leaves `cms/`. */
export class Broken extends Error {}

export function broken(problem: string): never {
  throw new Broken(problem)
}

/** What a constructed value holds; nothing for any other. */
export function children(block: asn1js.BaseBlock | undefined): asn1js.BaseBlock[] {
  const value: unknown = (block?.valueBlock as { value?: unknown } | undefined)?.value
  return Array.isArray(value) ? (value as asn1js.BaseBlock[]) : []
}

/** The child with the context-specific tag `number`. */
export function tagged(block: asn1js.BaseBlock | undefined, number: number): asn1js.BaseBlock | undefined {
  return children(block).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === number)
}

/** A value as it stands in the bytes it was read from. */
export function encoded(block: asn1js.BaseBlock): Uint8Array {
  return Uint8Array.from(block.valueBeforeDecodeView)
}

/** The only value of an attribute; undefined where it has none or several. */
export function single(attribute: pkijs.Attribute | undefined): asn1js.BaseBlock | undefined {
  return attribute?.values.length === 1 ? (attribute.values[0] as asn1js.BaseBlock) : undefined
}

/** The bytes of an octet string, in one piece or in several. */
export function octetsOf(block: asn1js.BaseBlock | undefined): Uint8Array | undefined {
  if (!(block instanceof asn1js.OctetString)) return undefined
  // Of a string in one piece the reader also shows a value that its bytes happen to spell; that is no piece of it.
  if (!block.idBlock.isConstructed) return block.valueBlock.valueHexView
  return Buffer.concat(children(block).map((piece) => octetsOf(piece) ?? new Uint8Array()))
}

export function oidOf(block: asn1js.BaseBlock | undefined): string | undefined {
  return block instanceof asn1js.ObjectIdentifier ? block.valueBlock.toString() : undefined
}

/** The one value that `bytes` hold, or undefined where they hold something else or are not written the one way DER allows. */
export function wholeValue(bytes: Uint8Array): { value: asn1js.BaseBlock; length: number } | undefined {
  const { offset, result } = asn1js.fromBER(Uint8Array.from(bytes).buffer)
  if (offset <= 0) return undefined
  return isSameBytes(new Uint8Array(result.toBER()), bytes.subarray(0, offset)) ? { value: result, length: offset } : undefined
}

export function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
