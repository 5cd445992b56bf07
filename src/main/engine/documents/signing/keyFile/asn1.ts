import * as asn1js from 'asn1js'

/** The file does not say what it should; becomes NOT_A_KEY_FILE. Never leaves `keyFile/`. */
export class KeyFileFault extends Error {}

export function fault(message: string): never {
  throw new KeyFileFault(message)
}

/** Reads one ASN.1 value, in BER as well as DER. */
export function read(bytes: Uint8Array): asn1js.BaseBlock {
  const { offset, result } = asn1js.fromBER(Uint8Array.from(bytes).buffer)
  return offset < 0 ? fault('It is not in the form of a key file.') : result
}

/** The values inside a sequence, a set or a tag. */
export function inside(block: asn1js.BaseBlock | undefined): asn1js.BaseBlock[] {
  const value: unknown = (block?.valueBlock as { value?: unknown } | undefined)?.value
  return Array.isArray(value) ? (value as asn1js.BaseBlock[]) : []
}

export function identifier(block: asn1js.BaseBlock | undefined): string {
  return block instanceof asn1js.ObjectIdentifier ? block.valueBlock.toString() : fault('It lacks the name of what it holds.')
}

export function integer(block: asn1js.BaseBlock | undefined): number | undefined {
  return block instanceof asn1js.Integer ? block.valueBlock.valueDec : undefined
}

/** The bytes of an octet string, also of one in pieces, and also under a tag of its own in place of the usual one. */
export function octets(block: asn1js.BaseBlock | undefined): Uint8Array {
  if (block instanceof asn1js.OctetString) return new Uint8Array(block.getValue())
  if (block instanceof asn1js.Constructed) return new Uint8Array(Buffer.concat(inside(block).map(octets)))
  if (block instanceof asn1js.Primitive) return Uint8Array.from(block.valueBlock.valueHexView)
  return fault('It lacks bytes where they should be.')
}

/** A value as it stood in the file. */
export function encoded(block: asn1js.BaseBlock | undefined): Uint8Array {
  return block ? Uint8Array.from(block.valueBeforeDecodeView) : fault('It lacks a part.')
}
