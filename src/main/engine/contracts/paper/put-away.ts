import { deserialize, serialize } from 'node:v8'
import type { ContractDocument } from '../../documents/contract/types.ts'

/** Keeps plain data as bytes until it is taken out again. What a selection was drawn from is needed once more when all of it is done; as
 *  objects, that of a thousand contracts takes many times the memory. Not packed tighter, because what unpacking leaves behind takes more
 *  than it saves. */
export function putAway<Value>(value: Value): () => Value {
  const bytes = Buffer.from(serialize(value))
  return () => deserialize(bytes) as Value
}

/** The same without the logo, which would be held once for each contract, and is kept by its hash anyway. */
export function withoutLogo<Filled extends { document: ContractDocument }>(filled: Filled): Filled {
  const { document } = filled
  return { ...filled, document: { ...document, branding: { ...document.branding, logo: null } } }
}
