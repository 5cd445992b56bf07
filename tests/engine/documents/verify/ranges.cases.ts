import { stream, part, smallPdf, type Case, type Desk } from './small.ts'
import { appended } from '../support/appending.ts'

/** Byte ranges that do not say what they should, and the forgeries that go with them (Mladenov and others, 2019). */
export async function rangeCases({ sign }: Desk): Promise<Case[]> {
  const signed = await sign(smallPdf())
  const text = Buffer.from(signed).toString('latin1')
  const [, gap = 0, behind = 0, rest = 0] = (/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)/.exec(text) ?? []).slice(1).map(Number)
  const stated = /\/ByteRange \[[^\]]*\]/.exec(text)?.[0] ?? ''
  /** Written over in place, so that nothing else moves. */
  const ranged = (numbers: string) => bytesOf(text.replace(stated, `/ByteRange [${numbers}`.padEnd(stated.length - 1) + ']'))
  const contents = text.slice(gap, behind)
  const without = (pattern: string | RegExp, by: string) =>
    bytesOf(text.replace(pattern, (found: string) => by.padEnd(found.length).slice(0, found.length)))
  const broken = { status: 'altered', pdfsig: ['not valid'] } as const
  const evil = stream('BT /F1 18 Tf 60 700 Td (The fee is 900 EUR.) Tj ET')
  return [
    { name: 'a range beyond the end of the file', bytes: ranged(`0 ${gap} ${behind} ${rest + 500}`), says: /not in the file/, ...broken },
    {
      name: 'a range that ends too early',
      bytes: ranged(`0 ${gap} ${behind} ${rest - 20}`),
      says: /changed after signing|whole/,
      ...broken,
    },
    { name: 'two parts that overlap', bytes: ranged(`0 ${behind + 10} ${gap} ${rest}`), says: /properly which bytes/, ...broken },
    { name: 'a gap larger than the signature', bytes: ranged(`0 ${gap - 30} ${behind} ${rest}`), says: /something other/, ...broken },
    { name: 'a gap smaller than the signature', bytes: ranged(`0 ${gap + 2} ${behind} ${rest}`), says: /something other/, ...broken },
    { name: 'the head alone', bytes: ranged(`0 ${gap} ${behind} 0`), says: /properly which bytes/, ...broken },
    { name: 'a range that does not begin at the first byte', bytes: ranged(`9 ${gap - 9} ${behind} ${rest}`), says: /properly/, ...broken },
    { name: 'three parts', bytes: ranged(`0 9 9 ${gap - 9} ${behind} ${rest}`), says: /properly/, ...broken },
    { name: 'numbers below nought', bytes: ranged(`0 ${gap} -1 -1`), says: /properly/, ...broken },
    { name: 'no numbers', bytes: ranged(''), says: /properly/, ...broken },
    { name: 'a null range', bytes: without(stated, '/ByteRange null'), says: /properly/, ...broken },
    { name: 'no range', bytes: without(stated, '/Nothing null'), says: /properly/, ...broken },
    { name: 'no signature', bytes: without(`/Contents ${contents}`, '/Nothing null'), says: /something other/, ...broken },
    { name: 'a null signature', bytes: without(contents, 'null'), says: /something other/, ...broken },
    { name: 'an empty signature', bytes: without(contents, '<>'), says: /something other/, ...broken },
    { name: 'a signature of nought', bytes: without(contents, `<${'0'.repeat(contents.length - 2)}>`), says: /container/, ...broken },
    {
      name: 'saved once more without a table: some readers would find the objects',
      bytes: bytesOf(`${text}\n${part.content} 0 obj\n${evil}\nendobj\n`),
      status: 'altered',
      says: /damaged or tampered/,
      pdfsig: ['valid'],
      because: 'later savings',
    },
    {
      name: 'saved once more with a copy of the signature',
      bytes: appended(
        signed,
        new Map([
          [part.content, evil],
          [10, signatureObject(text)],
        ]),
      ),
      status: 'altered',
      says: /content of page 1/,
      pdfsig: ['valid'],
      because: 'later savings',
    },
    {
      name: 'the signed end moved behind other objects',
      bytes: wrapped(text, gap, behind, evil),
      status: 'altered',
      says: /something other/,
      pdfsig: ['valid'],
      because: 'bytes only',
    },
    {
      name: 'text behind the signature in its place',
      bytes: bytesOf(`${text.slice(0, behind - 40)}> /X (hello) ${' '.repeat(40 - 13)}${text.slice(behind)}`),
      status: 'altered',
      says: /something other/,
      pdfsig: ['valid'],
      because: 'bytes only',
    },
  ]
}

function signatureObject(text: string): string {
  return /\n10 0 obj\n([^]*?)\nendobj/.exec(text)?.[1] ?? ''
}

/** Signature wrapping: what was signed behind the gap moves on, and the room between holds other objects, a copy of the signature that
 *  says where the signed bytes are now, and, where the signed end of the file expects it, a table that leads to all of them. */
function wrapped(text: string, gap: number, behind: number, evil: string): Uint8Array {
  const tail = text.slice(behind)
  const [previous = ''] = /\/Prev \d+/.exec(tail) ?? []
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const range = /\/ByteRange \[[^\]]*\]/.exec(text)?.[0] ?? ''
  const build = (second: number): string => {
    const copy = signatureObject(text).replace(range, `/ByteRange [0 ${gap} ${second} ${tail.length}`.padEnd(range.length - 1) + ']')
    const objects = [`${part.content} 0 obj\n${evil}\nendobj\n`, `10 0 obj\n${copy}\nendobj\n`]
    const numbers = [part.content, 10, ...Array.from(tail.matchAll(/\n(\d+) 0 obj/g), ([, number]) => Number(number))]
    const table = (offsets: readonly number[]) =>
      `xref\n${numbers.map((number, at) => `${number} 1\n${String(offsets[at] ?? 0).padStart(10, '0')} 00000 n \n`).join('')}` +
      `trailer\n<< /Size 60 /Root 1 0 R ${previous} >>\n`
    const first = start + table([]).length
    const moved = Array.from(tail.matchAll(/\n(\d+) 0 obj/g), ({ index }) => second + index + 1)
    return '>>\nendobj\n'.padEnd(start - behind) + table([first, first + (objects[0]?.length ?? 0), ...moved]) + objects.join('')
  }
  const second = behind + build(behind).length
  return bytesOf(text.slice(0, behind) + build(second) + tail)
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'))
}
