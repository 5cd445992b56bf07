import iconv from 'iconv-lite'
import type { TextEncodingFound } from './encoding.ts'
import type { ByteSource } from './source.ts'

/** The text of a source piece by piece, never splitting a character. */
export async function* decodeText(source: ByteSource, { encoding, bom }: TextEncodingFound): AsyncGenerator<string> {
  const decoder = decoderFor(encoding)
  let skip = bom
  for await (const chunk of source.chunks()) {
    const text = decoder.write(skip > 0 ? chunk.subarray(skip) : chunk)
    skip = Math.max(0, skip - chunk.length)
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest) yield rest
}

interface Decoder {
  write(bytes: Uint8Array): string
  end(): string | undefined
}

function decoderFor(encoding: string): Decoder {
  if (encoding.startsWith('utf-')) {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true })
    return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
  }
  const decoder = iconv.getDecoder(encoding)
  return { write: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), end: () => decoder.end() }
}
