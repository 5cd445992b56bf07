import { isBoundary, readWord, skipSpace, type Cursor } from '../pdf/lexer.ts'
import { readValue } from '../pdf/parser.ts'
import { fault, type PdfValue } from '../pdf/values.ts'

/** One instruction of a page's content, with what stands before it. */
export interface Instruction {
  operator: string
  operands: PdfValue[]
}

const mostOperands = 100

/** The instructions of a page's content, one after the other. Faults where it is not well formed, and at pictures within the content. */
export function* instructionsIn(content: Uint8Array): Generator<Instruction> {
  const cursor: Cursor = { bytes: content, at: 0 }
  let operands: PdfValue[] = []
  for (;;) {
    skipSpace(cursor)
    const byte = content[cursor.at]
    if (byte === undefined) return
    if (!isOperator(byte)) {
      operands.push(readValue(cursor))
      if (operands.length > mostOperands) fault('An instruction has too many operands.')
      continue
    }
    const operator = readWord(cursor)
    if (operator === '' || operator === 'BI') fault('The content holds something other than instructions.')
    yield { operator, operands }
    operands = []
  }
}

/** Instructions begin with a letter or a quotation mark; values do not. */
function isOperator(byte: number): boolean {
  const isLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
  return (
    isLetter || byte === 0x27 || byte === 0x22 || (isBoundary(byte) && byte !== 0x2f && byte !== 0x28 && byte !== 0x5b && byte !== 0x3c)
  )
}
