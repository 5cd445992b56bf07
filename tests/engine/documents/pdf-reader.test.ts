import type { Worker } from 'node:worker_threads'
import { deflateSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { nodePorts } from '#src/main/doors/node-ports.ts'
import { openPdfReader } from '#src/main/engine/pdf-reader.ts'
import { part, smallPdf, stream } from './verify/small.ts'

const workers: Worker[] = []
const limits = { milliseconds: 60_000, bytes: 1e9 }
const ports = nodePorts({ appVersion: 'test' })
const reader = openPdfReader(
  {
    startWorker(name, data) {
      const worker = ports.startWorker(name, data)
      workers.push(worker)
      return worker
    },
  },
  limits,
)
const ordinary = smallPdf()

afterEach(() => {
  Object.assign(limits, { milliseconds: 60_000, bytes: 1e9 })
})

/** A PDF of 60 kB whose one page draws a million words: its instructions are packed twice, once in a way nobody here unpacks. */
function endlessPdf(): Uint8Array {
  const instruction = 'BT /F1 18 Tf 60 700 Td (word) Tj ET'.padEnd(40)
  // LZW begins anew (256) before any code would need more than nine bits; 1600 letters later it stands at the edge of a byte again.
  const codes = Array.from(instruction.repeat(40), (letter) => letter.charCodeAt(0)).flatMap((code, at) =>
    at % 200 === 0 ? [256, code] : [code],
  )
  const bits = codes.map((code) => code.toString(2).padStart(9, '0')).join('')
  const piece = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const packed = deflateSync(Buffer.concat(Array.from({ length: 30_000 }, () => piece))).toString('latin1')
  return smallPdf({ [part.content]: stream(packed, '/Filter [/FlateDecode /LZWDecode]') })
}

test('files are read in one worker, one after the other', async () => {
  const [one, other] = await Promise.all([reader.read(ordinary, { text: true, words: [1] }), reader.read(ordinary, {})])
  expect(one.pages?.join(' ')).toContain('The fee is 500 EUR.')
  expect(one.words[1]?.map(({ text }) => text)).toContain('500')
  expect(other).toEqual({ pageCount: one.pageCount, pages: null, words: {}, attachment: null })
  expect(workers).toHaveLength(1)
  await expect(reader.read(Uint8Array.of(1, 2, 3), {})).rejects.toMatchObject({ code: 'NOT_A_PDF' })
  expect(workers).toHaveLength(1)
})

test.each([
  ['too long', { milliseconds: 1_000 }],
  ['too much memory', { bytes: 20_000_000 }],
])('one that takes %s is given up, everything else goes on, and the next is read', async (_, least) => {
  Object.assign(limits, least)
  let turns = 0
  const timer = setInterval(() => turns++, 20)
  await expect(reader.read(endlessPdf(), { text: true })).rejects.toMatchObject({ code: 'PDF_TOO_HEAVY' })
  clearInterval(timer)
  expect(turns).toBeGreaterThan(3)
  expect(workers.at(-1)?.threadId).toBe(-1)
  Object.assign(limits, { milliseconds: 60_000, bytes: 1e9 })
  expect((await reader.read(ordinary, { text: true })).pages).not.toBeNull()
})

test('in the end its worker ends by itself', async () => {
  const worker = workers.at(-1)
  const ended = new Promise((resolve) => worker?.once('exit', resolve))
  await reader.close()
  expect(await ended).toBe(0)
})
