import { raise } from '#src/shared/contract/errors.ts'
import { csvRecords } from './csv-records.ts'
import { decodeText, withoutStrayBytes } from './decode.ts'
import type { OddLines } from './decode.ts'
import { detectDialect } from './dialect.ts'
import { detectEncoding } from './encoding.ts'
import type { TextEncodingFound } from './encoding.ts'
import { doReturnsEndLines, plainLineEnds, withPlainLineEnds } from './lone-returns.ts'
import type { ByteSource } from './source.ts'
import { isTwiceEncoded, withLinesMended } from './twice-encoded.ts'
import type { KnownHeader, RecordBatch, TableNotice } from './types.ts'

const sampleText = 1 << 18

/** A text file as records. */
export interface TextRecords {
  encoding: string
  delimiter: string
  /** The first text of the file. */
  beginning: string
  records(): AsyncGenerator<RecordBatch>
  notices(): TableNotice[]
}

/** Opens a text file: finds encoding, line ends and dialect. Raises FILE_EMPTY or NOT_A_TABLE. */
export async function openText(source: ByteSource, isKnown: KnownHeader): Promise<TextRecords> {
  const encoding = await detectEncoding(source)
  const { text, isWhole } = await firstText(source, encoding)
  if (text.trim() === '') raise('FILE_EMPTY', `“${source.name}” has nothing in it but blank lines.`)
  const hasOldMacLines = !text.includes('\n') && text.includes('\r')
  const dialect = detectDialect(hasOldMacLines ? plainLineEnds(text) : text, isWhole, isKnown)
  const mendsReturns = hasOldMacLines || doReturnsEndLines(text, dialect, isWhole)
  const isTwice = encoding.encoding === 'utf-8' && isTwiceEncoded(text)
  // Known after the file has once been read to its end; then nothing has to be looked for any more.
  let isClean = false
  let [stray, foreign, twice] = [noLines(), noLines(), noLines()]
  return {
    encoding: encoding.encoding,
    delimiter: dialect.delimiter,
    beginning: text,
    async *records() {
      ;[stray, foreign, twice] = [noLines(), noLines(), noLines()]
      const decoded = decodeText(source, encoding, foreign)
      const mended = isTwice ? withLinesMended(decoded, twice) : decoded
      const pieces = mendsReturns ? withPlainLineEnds(mended) : mended
      yield* csvRecords(isClean ? pieces : withoutStrayBytes(pieces, stray), dialect, source.name)
      isClean ||= stray.count === 0
    },
    notices: () => [
      ...noticeOf(stray, 'held bytes that are no text; they were left out.'),
      ...noticeOf(foreign, `held letters that are not in UTF-8 as the rest of the file is; they were read as ${encoding.oddLines}.`),
      ...noticeOf(twice, 'had been encoded twice (“ZoÃ«” for “Zoë”); they were mended.'),
    ],
  }
}

async function firstText(source: ByteSource, encoding: TextEncodingFound): Promise<{ text: string; isWhole: boolean }> {
  let text = ''
  for await (const part of withoutStrayBytes(decodeText(source, encoding), noLines())) {
    text += part
    if (text.length >= sampleText) return { text: text.slice(0, sampleText), isWhole: false }
  }
  return { text, isWhole: true }
}

function noLines(): OddLines {
  return { first: [], count: 0 }
}

function noticeOf({ first, count }: OddLines, problem: string): TableNotice[] {
  const [line] = first
  if (line === undefined) return []
  const [named, others] = [first.slice(0, 20), count - Math.min(20, first.length)]
  const lines = count === 1 ? `Line ${line}` : `Lines ${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`
  return [{ line, problem: `${lines} ${problem}` }]
}
