import { openStrictly, type PdfFile } from '#src/main/engine/documents/verify/pdf/file.ts'
import { unpackedData } from '#src/main/engine/documents/verify/pdf/filters.ts'
import {
  isDictionary,
  isStream,
  isText,
  nameOf,
  readableText,
  type PdfDictionary,
  type PdfValue,
} from '#src/main/engine/documents/verify/pdf/values.ts'

/** What of ISO 19005-3 (PDF/A-3, level A) a PDF breaks, as far as can be told without a validator: each rule a sentence. Empty for a file
 *  that keeps them all. */
export function archivalProblems(bytes: Uint8Array): string[] {
  const file = openStrictly(bytes)
  if (!file) return ['Its structure cannot be read.']
  const objects = allObjects(file)
  return [
    ...wholeFile(file),
    ...metadata(file),
    ...attachments(file),
    ...form(file, objects),
    ...objects.flatMap((object) => single(file, object)),
  ]
}

const structureTypes = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody Span Figure Form'.split(
    ' ',
  ),
)

function allObjects(file: PdfFile): PdfValue[] {
  const numbers = new Set(file.sections.flatMap(({ entries }) => [...entries.keys()]))
  return [...numbers].filter((number) => file.has(number)).map((number) => file.object(number))
}

function check(isKept: boolean, problem: string): string[] {
  return isKept ? [] : [problem]
}

function wholeFile({ bytes, trailer, catalog, ...file }: PdfFile): string[] {
  const head = Buffer.from(bytes.subarray(0, 20))
  const intents = file.list(catalog.entries.get('OutputIntents')) ?? []
  const intent = file.dictionary(intents[0])
  const profile = file.dictionary(intent?.entries.get('DestOutputProfile'))
  const names = file.dictionary(catalog.entries.get('Names'))
  const permissions = file.dictionary(catalog.entries.get('Perms'))
  return [
    ...check(/^%PDF-1\.[0-7]\n%[\x80-\xff]{4}/.test(head.toString('latin1')), 'The head lacks its version or its four high bytes.'),
    ...check(trailer.entries.has('ID') && !trailer.entries.has('Encrypt'), 'The trailer lacks an identifier or is encrypted.'),
    ...check(nameOf(intent?.entries.get('S')) === 'GTS_PDFA1' && profile?.entries.get('N') === 3, 'There is no output intent for colours.'),
    ...check(file.dictionary(catalog.entries.get('MarkInfo'))?.entries.get('Marked') === true, 'It is not tagged.'),
    ...check(isText(catalog.entries.get('Lang')), 'It names no language.'),
    ...check(catalog.entries.has('StructTreeRoot'), 'It has no structure.'),
    ...check(!['OpenAction', 'AA', 'OCProperties'].some((key) => catalog.entries.has(key)), 'It acts by itself or has layers.'),
    ...check(!names?.entries.has('JavaScript'), 'It has scripts.'),
    ...check(
      [...(permissions?.entries.keys() ?? [])].every((key) => key === 'DocMDP'),
      'It has permissions of an unknown kind.',
    ),
  ]
}

function metadata({ catalog, trailer, ...file }: PdfFile): string[] {
  const stream = file.resolve(catalog.entries.get('Metadata'))
  if (!isStream(stream)) return ['It does not describe itself.']
  const xml = new TextDecoder().decode(stream.data)
  const info = file.dictionary(trailer.entries.get('Info'))
  const text = (key: string): string => {
    const value = file.resolve(info?.entries.get(key))
    return (isText(value) ? readableText(value) : '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  }
  const date = text('CreationDate').replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  return [
    ...check(!stream.dictionary.entries.has('Filter'), 'Its description is packed.'),
    ...check(/<pdfaid:part>3<.*<pdfaid:conformance>A</s.test(xml), 'It does not say that it is PDF/A-3a.'),
    ...['Title', 'Author', 'Subject', 'Creator', 'Producer'].flatMap((key) =>
      check(xml.includes(`>${text(key)}<`), `Its two descriptions differ: ${key}.`),
    ),
    ...check(xml.includes(`<xmp:CreateDate>${date}<`), 'Its two descriptions differ: date.'),
    ...check(!info?.entries.has('ModDate') || xml.includes('ModifyDate'), 'Its two descriptions differ: date of change.'),
  ]
}

function attachments({ catalog, ...file }: PdfFile): string[] {
  return (file.list(catalog.entries.get('AF')) ?? []).flatMap((item) => {
    const specification = file.dictionary(item)
    const embedded = file.dictionary(file.dictionary(specification?.entries.get('EF'))?.entries.get('F'))
    return [
      ...check(
        ['F', 'UF', 'AFRelationship'].every((key) => specification?.entries.has(key)),
        'An attachment lacks its names or its relation.',
      ),
      ...check(nameOf(embedded?.entries.get('Subtype')) !== undefined, 'An attachment lacks its type.'),
      ...check(file.dictionary(embedded?.entries.get('Params'))?.entries.has('ModDate') === true, 'An attachment lacks its date.'),
    ]
  })
}

function form({ catalog, ...file }: PdfFile, objects: PdfValue[]): string[] {
  const acroForm = file.dictionary(catalog.entries.get('AcroForm'))
  const widgets = objects.filter(isDictionary).filter(({ entries }) => nameOf(entries.get('Subtype')) === 'Widget')
  const problems = widgets.flatMap(({ entries }) => {
    const flags = Number(entries.get('F'))
    const look = file.resolve(file.dictionary(entries.get('AP'))?.entries.get('N'))
    return [
      ...check((flags & 4) === 4 && (flags & 0b10_0011) === 0, 'A field is hidden or does not print.'),
      ...check(isStream(look), 'A field has no look.'),
      ...check(!entries.has('A') && !entries.has('AA'), 'A field acts by itself.'),
    ]
  })
  return [
    ...check(acroForm?.entries.get('NeedAppearances') !== true && !acroForm?.entries.has('XFA'), 'Viewers must draw the form.'),
    ...problems,
  ]
}

function single(file: PdfFile, object: PdfValue): string[] {
  if (isStream(object)) return stream(object)
  if (!isDictionary(object)) return []
  const { entries } = object
  const problems: string[] = []
  if (nameOf(entries.get('Type')) === 'Font') problems.push(...font(file, object))
  if (entries.has('S') && entries.has('P') && entries.has('K')) {
    const type = nameOf(entries.get('S')) ?? ''
    problems.push(...check(structureTypes.has(type), `The structure has an element of an unknown kind: ${type}.`))
  }
  if (entries.has('DigestMethod') || entries.has('DigestValue')) problems.push('A signature names a digest where none may stand.')
  if (entries.has('SMask') && nameOf(entries.get('Type')) === 'ExtGState' && nameOf(entries.get('SMask')) !== 'None')
    problems.push('A mask.')
  return problems
}

function font(file: PdfFile, { entries }: PdfDictionary): string[] {
  if (nameOf(entries.get('Subtype')) === 'Type0') return check(entries.has('ToUnicode'), 'A font cannot be copied out as text.')
  const descriptor = file.dictionary(entries.get('FontDescriptor'))
  return check(descriptor?.entries.has('FontFile2') === true, 'A font is not embedded.')
}

function stream(object: Extract<PdfValue, { kind: 'stream' }>): string[] {
  const { entries } = object.dictionary
  const filters = [entries.get('Filter') ?? []].flat().map(nameOf)
  const problems = check(
    filters.every((name) => name === 'FlateDecode' || name === 'DCTDecode'),
    'A stream is packed in a way that is not allowed.',
  )
  if (nameOf(entries.get('Subtype')) === 'Image') {
    problems.push(
      ...check(nameOf(entries.get('ColorSpace')) !== 'DeviceCMYK' && entries.get('Interpolate') !== true, 'A picture cannot be kept.'),
    )
  }
  const isContent =
    nameOf(entries.get('Subtype')) === 'Form' ||
    (!entries.has('Type') && !entries.has('Subtype') && !entries.has('Length1') && !entries.has('N'))
  return isContent && !filters.includes('DCTDecode')
    ? [...problems, ...content(Buffer.from(unpackedData(object)).toString('latin1'))]
    : problems
}

/** Colours of ink, which need another output intent, and glyphs that say "missing". */
function content(text: string): string[] {
  if (text.includes('begincmap')) return []
  const shown = [...text.matchAll(/<([0-9a-f]+)>(?=[^<>]*\]? ?T[Jj]|[^<>]*<)/gi)].flatMap(([, digits = '']) => digits.match(/.{4}/g) ?? [])
  return [
    ...check(!/\s[kK]\s|\/DeviceCMYK/.test(text), 'Colours are given as inks.'),
    ...check(!shown.includes('0000'), 'A glyph is shown that stands for a missing one.'),
  ]
}
