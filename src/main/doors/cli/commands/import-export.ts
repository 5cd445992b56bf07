import type { z } from 'zod'
import type { ImportReport } from '#src/shared/contract/creators.ts'
import type { Command, WorkspaceCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { expectRange, filterFrom, filterOptions } from './creator-filter.ts'
import { counted } from './words.ts'

type Report = Pick<z.infer<typeof ImportReport>, 'format' | 'encoding' | 'sheet' | 'headerLine' | 'rows' | 'rejects' | 'notices' | 'skips'>

const importCreators: WorkspaceCommand = {
  name: 'import creators',
  summary: 'Takes creators in from a CSV, TSV or XLSX list, or a saved JSON export',
  readsOnly: (values) => values.flag('preview'),
  arguments: [{ name: 'FILE', note: 'the list' }],
  options: {
    platform: { value: 'PLATFORM', note: 'of all its creators, where the list does not say' },
    map: { value: 'COLUMN=FIELD', note: 'what a column holds, by its number from 0: 3=followers', many: true },
    sheet: { value: 'NAME', note: 'of a workbook, the sheet to read' },
    'taken-on': { value: 'DAY', note: 'when its figures were taken; today when left out', kind: 'date' },
    preview: { note: 'shows what the list would bring, and takes nothing in' },
  },
  async run({ call, values, files }) {
    const options = {
      file: files.toRead(values.argument('FILE')),
      platform: values.text('platform'),
      sheet: values.text('sheet'),
      mapping: values.many('map') && mappingFrom(values.many('map') ?? []),
      takenOn: values.date('taken-on'),
    }
    if (values.flag('preview')) {
      const preview = await call.creators.importPreview(options)
      return { json: preview, text: [reportText(preview), mappingTable(preview.headers, preview.mapping)].join('\n\n') }
    }
    const report = await call.creators.import(options)
    return { json: report, text: reportText(report) }
  },
}

function mappingFrom(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map(
      (pair) =>
        /^(\d+)=(.+)$/.exec(pair)?.slice(1) ?? misused(`--map takes a column's number and a field, such as 3=followers; not "${pair}".`),
    ) as [string, string][],
  )
}

function reportText({ format, encoding, sheet, headerLine, rows, rejects, notices, skips }: Report): string {
  const read = sheet === null ? `${format}, ${encoding}` : `${format}, sheet “${sheet}”`
  const head = facts([
    ['File', `${read}, ${headerLine === 0 ? 'no headings' : `headings in line ${headerLine}`}`],
    ['Rows read', rows.read],
    ['Created', rows.created],
    ['Updated', rows.updated],
    ['Unchanged', rows.unchanged],
    ['Skipped', rows.skipped],
    ['Rejected', rows.rejected],
  ])
  const shownRejects = rejects.length > 0 && problemTable(rejects, 'PROBLEM')
  const shownNotices = notices.length > 0 && problemTable(notices, 'REMARK')
  const shownSkips =
    skips.length > 0 &&
    table(
      skips,
      [
        { heading: 'LINE', cell: (row) => row.line, right: true },
        { heading: 'SKIPPED BECAUSE', cell: (row) => row.reason },
      ],
      '',
    )
  return [head, shownRejects, shownNotices, shownSkips].filter(Boolean).join('\n\n')
}

function problemTable(problems: Report['rejects'], heading: string): string {
  return table(
    problems,
    [
      { heading: 'LINE', cell: (row) => (row.line === 0 ? null : row.line), right: true },
      { heading: 'COLUMN', cell: (row) => row.column },
      { heading: 'VALUE', cell: (row) => row.value },
      { heading, cell: (row) => row.problem },
    ],
    '',
  )
}

function mappingTable(headers: readonly string[], mapping: Readonly<Record<string, string>>): string {
  return table(
    headers.map((heading, at) => ({ at, heading, field: mapping[String(at)] })),
    [
      { heading: 'COLUMN', cell: (row) => row.at, right: true },
      { heading: 'HEADING', cell: (row) => row.heading },
      { heading: 'TAKEN AS', cell: (row) => row.field },
    ],
    'The list has no columns.',
  )
}

const exportCreators: WorkspaceCommand = {
  name: 'export creators',
  summary: 'Writes the roster, or what a filter leaves of it, as a list that can be imported again',
  readsOnly: true,
  options: { out: { value: 'FILE', note: 'ends in .csv or .xlsx', needed: true }, ...filterOptions },
  check(values) {
    expectRange(values)
    const out = values.needed('out')
    if (!/\.(?:csv|xlsx)$/i.test(out)) misused(`--out takes a file that ends in .csv or .xlsx, not "${out}".`)
  },
  async run({ call, values, files }) {
    const answer = await call.creators.export({ file: files.toWrite(values.needed('out')), filter: filterFrom(values) })
    return { json: answer, text: `Wrote ${counted(answer.rows, 'creator')} to ${answer.fileName}.` }
  },
}

export const importExportCommands: readonly Command[] = [importCreators, exportCreators]
