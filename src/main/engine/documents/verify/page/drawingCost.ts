import { unpackedData } from '../pdf/filters.ts'
import { openStrictly, type PdfFile } from '../pdf/file.ts'
import { latin1 } from '../pdf/lexer.ts'
import { pagesOf } from '../roles.ts'
import { isStream, nameOf, PdfFault, type PdfDictionary, type PdfStream, type PdfValue } from '../pdf/values.ts'

/** Bytes of instructions, those of a form each time it is drawn. A book has less. */
const mostInstructions = 64 * 1024 * 1024
const deepest = 40

/** Whether reading the words of a page comes to an end in good time: forms within forms draw a few bytes without end, and no reader can
 *  be stopped once it has begun. What cannot be unpacked here is not followed. */
export function isReadablePage(file: PdfFile, page: PdfDictionary): boolean {
  const held = page.entries.get('Contents')
  const streams = (file.list(held) ?? [held ?? null]).map((item) => file.resolve(item)).filter(isStream)
  const known: Known = new Map()
  const costs = streams.map((stream) => costOf(file, stream, file.dictionary(inherited(file, page)), known, 0))
  return costs.reduce((sum, cost) => sum + cost, 0) <= mostInstructions
}

/** The same of every page of a PDF. One that is not well formed is left to the reader. */
export function isReadableWhole(bytes: Uint8Array): boolean {
  try {
    const file = openStrictly(bytes)
    if (!file) return true
    const pages = [...pagesOf(file).keys()].map((number) => file.dictionary({ kind: 'reference', number, generation: 0 }))
    return pages.every((page) => !page || isReadablePage(file, page))
  } catch (error) {
    if (error instanceof PdfFault) return true
    throw error
  }
}

type Known = Map<PdfStream, Map<PdfDictionary | undefined, number>>

function costOf(file: PdfFile, stream: PdfStream, resources: PdfDictionary | undefined, known: Known, depth: number): number {
  const before = known.get(stream)?.get(resources)
  if (before !== undefined) return before
  if (depth > deepest) return Number.POSITIVE_INFINITY
  const found = known.get(stream) ?? new Map<PdfDictionary | undefined, number>()
  known.set(stream, found)
  // Whoever draws itself never ends.
  found.set(resources, Number.POSITIVE_INFINITY)
  const content = contentOf(stream)
  const forms = file.dictionary(resources?.entries.get('XObject'))
  let cost = content.length
  for (const [, name = ''] of content.matchAll(/\/([^\s/<>[\](){}%]+)\s+Do\b/g)) {
    const form = file.resolve(forms?.entries.get(decoded(name)))
    if (!isStream(form) || nameOf(file.resolve(form.dictionary.entries.get('Subtype'))) !== 'Form') continue
    const own = file.dictionary(form.dictionary.entries.get('Resources'))
    cost += costOf(file, form, own ?? resources, known, depth + 1)
    if (cost > mostInstructions) break
  }
  found.set(resources, cost)
  return cost
}

function contentOf(stream: PdfStream): string {
  try {
    return latin1(unpackedData(stream))
  } catch (error) {
    if (error instanceof PdfFault) return ''
    throw error
  }
}

function decoded(name: string): string {
  return name.replaceAll(/#([\dA-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** A page takes over the resources of the nodes above it where it has none of its own. */
function inherited(file: PdfFile, page: PdfDictionary): PdfValue {
  let node: PdfDictionary | undefined = page
  for (let step = 0; node && step < 50; step++) {
    const own = node.entries.get('Resources')
    if (own !== undefined) return own
    node = file.dictionary(node.entries.get('Parent'))
  }
  return null
}
