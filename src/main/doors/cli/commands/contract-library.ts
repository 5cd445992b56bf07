import type { Command, Option, WorkspaceCommand } from '../command.ts'
import { table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given } from '../values.ts'

const language: Option = { value: 'LANGUAGE', note: 'such as de; as in the settings when left out' }

const languages: WorkspaceCommand = {
  name: 'contracts languages',
  summary: 'Shows the languages contracts can be written in, and whose law they are worded for',
  readsOnly: true,
  async run({ call }) {
    const rows = await call.contracts.languages({})
    const text = table(
      rows,
      [
        { heading: 'LANGUAGE', cell: (row) => row.id },
        { heading: 'NAME', cell: (row) => row.name },
        { heading: 'LAW OF', cell: (row) => ['any', ...row.jurisdictions].join(', ') },
      ],
      'There is none.',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

const templates: WorkspaceCommand = {
  name: 'contracts templates',
  summary: 'Shows what contracts can be made from',
  options: { language },
  readsOnly: true,
  async run({ call, values }) {
    const rows = await call.contracts.templates(given({ language: values.text('language') }))
    const text = table(
      rows,
      [
        { heading: 'TEMPLATE', cell: (row) => row.id },
        { heading: 'IS A', cell: (row) => row.label },
        { heading: 'WITH', cell: (row) => row.counterparty },
        { heading: 'LANGUAGE', cell: (row) => row.language },
        { heading: 'CLAUSES', cell: (row) => row.clauseCount, right: true },
        { heading: 'NOTE', cell: (row) => row.note, whole: true },
      ],
      'There is no template.',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

const clauses: WorkspaceCommand = {
  name: 'contracts clauses',
  summary: 'Shows the clause library: what each clause means and where its wording differs',
  options: { language, kind: { value: 'KIND', note: 'such as disclosure' } },
  readsOnly: true,
  async run({ call, values }) {
    const rows = await call.contracts.clauses(given({ language: values.text('language'), kind: values.text('kind') }))
    const text = table(
      rows,
      [
        { heading: 'CLAUSE', cell: (row) => row.id },
        { heading: 'LAW', cell: (row) => row.jurisdiction },
        { heading: 'VERSION', cell: (row) => row.version, right: true },
        { heading: 'KIND', cell: (row) => row.kind },
        { heading: 'HEADING', cell: (row) => row.heading },
        { heading: 'MEANS', cell: (row) => row.note, whole: true },
      ],
      'There is no such clause.',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

const words: WorkspaceCommand = {
  name: 'contracts words',
  summary: 'Shows the words of a contract, clause by clause',
  arguments: [{ name: 'CONTRACT', note: 'id or number' }],
  options: { of: { value: 'WHICH', note: 'template, current or the number of a version; current when left out' } },
  readsOnly: true,
  check(values) {
    whichOf(values.text('of') ?? 'current')
  },
  async run({ call, values, lookup }) {
    const id = await lookup.contract(values.argument('CONTRACT'))
    const rows = await call.contracts.words({ id, which: whichOf(values.text('of') ?? 'current') })
    const text = rows.map(({ heading, paragraphs }) => [heading, ...paragraphs].join('\n\n')).join('\n\n\n')
    return { json: { total: rows.length, rows }, text }
  },
}

function whichOf(given: string): 'template' | 'current' | number {
  if (given === 'template' || given === 'current') return given
  return /^[1-9]\d{0,5}$/.test(given) ? Number(given) : misused(`--of takes template, current or the number of a version, not "${given}".`)
}

export const contractLibraryCommands: readonly Command[] = [languages, templates, clauses, words]
