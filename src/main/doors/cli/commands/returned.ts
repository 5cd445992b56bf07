import type { Command, InWorkspace, WorkspaceCommand } from '../command.ts'
import { facts } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given } from '../values.ts'

const contract = { name: 'CONTRACT', note: 'id or number' } as const

const importSigned: WorkspaceCommand = {
  name: 'contracts import-signed',
  summary: 'Takes in a contract that came back signed, and says what it is where it does not count',
  arguments: [{ name: 'FILE.pdf', note: 'what came back' }],
  options: {
    contract: { value: 'CONTRACT', note: 'id or number; needed only where the file does not say itself' },
    by: { value: 'NAME', note: 'who accepts a signer nobody vouches for; the agency signer of the settings when left out' },
  },
  details:
    'Whatever the verdict, the file is kept with the contract. Only ACCEPTED counts as a signature; any other code ends with exit code 1 and ' +
    'leaves the contract as it is.',
  async run({ call, values, lookup, files }) {
    const named = values.text('contract')
    const report = await call.contracts.importSigned({
      file: files.toRead(values.argument('FILE.pdf')),
      ...given({ contractId: named === undefined ? undefined : await lookup.contract(named), by: values.text('by') }),
    })
    const { comparison, contract: row } = report
    const head = facts([
      ['Verdict', report.code],
      ['Contract', `${row.number}, ${row.status}`],
      ['Recognised by', comparison.recognisedBy === 'person' ? 'what you said' : `its ${comparison.recognisedBy}`],
      ['First bytes as sent', comparison.sameBytes ? 'yes' : 'no'],
      ['Words as sent', comparison.sameWords ? 'yes' : 'no'],
      ['Data as sent', comparison.sameTerms === null ? 'it carries none' : comparison.sameTerms ? 'yes' : 'no'],
      ['Signer', report.signer && `${report.signer.name} (${report.signer.role})`],
    ])
    const pages = comparison.pages.map(({ page, parts }) => `Page ${page}: … ${parts.map(marked).join('')} …`)
    const text = [report.message, head, ...report.warnings, ...pages, ...comparison.terms].join('\n')
    return { json: report, text, ...(report.accepted ? {} : { exitCode: 1 as const }) }
  },
}

function marked({ kind, text }: { kind: 'same' | 'inserted' | 'deleted'; text: string }): string {
  return kind === 'same' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`
}

const attachScan: WorkspaceCommand = {
  name: 'contracts attach-scan',
  summary: 'Keeps the scan of a contract signed on paper, marked as such',
  arguments: [contract, { name: 'FILE', note: 'PDF, JPEG or PNG' }],
  options: {
    'signed-on': { value: 'DATE', note: 'the day on the paper', kind: 'date', needed: true },
    by: { value: 'NAME', note: 'who signed for the other side', needed: true },
    'agency-by': { value: 'NAME', note: 'who signed the same paper for the agency, if anybody did' },
  },
  async run({ call, values, lookup, files }) {
    const report = await call.contracts.attachScan({
      id: await lookup.contract(values.argument('CONTRACT')),
      file: files.toRead(values.argument('FILE')),
      signedOn: values.date('signed-on') ?? '',
      by: values.needed('by'),
      ...given({ agencyBy: values.text('agency-by') }),
    })
    const text = [report.message, `The contract is ${report.status}.`, ...report.warnings].join('\n')
    return { json: report, text, ...(report.code === 'ACCEPTED' ? {} : { exitCode: 1 as const }) }
  },
}

const against = ['template', 'last', 'returned'] as const

const redline: WorkspaceCommand = {
  name: 'contracts redline',
  summary: 'Shows word by word how two contracts, versions or PDFs differ',
  readsOnly: true,
  arguments: [
    { name: 'BEFORE', note: 'id or number, NUMBER@2 for version 2, NUMBER@template, @last, @returned, or a PDF file' },
    { name: 'AFTER', note: 'the same; the contract as it stands when left out', optional: true },
  ],
  options: {
    against: { value: 'WHAT', note: 'for one contract: its template, its last version, or what came back', choices: against },
    out: { value: 'FILE', note: 'also writes it: .html or .pdf, each complete in itself' },
  },
  check: (values) => {
    if (values.argumentIfGiven('AFTER') === undefined && values.text('against') === undefined && !versionIn(values.argument('BEFORE'))) {
      misused('Name two texts to compare, one version such as 2026-0007@1, or one contract and --against.')
    }
    if (values.argumentIfGiven('AFTER') !== undefined && values.text('against') !== undefined) {
      misused('--against goes with one contract; with two texts they are compared with each other.')
    }
    formatOf(values.text('out'))
  },
  details:
    'What went out stands between [- and -], what came in between {+ and +}. Example: contracts redline 2026-0007 --against template',
  async run(context) {
    const { call, values, files } = context
    const out = values.text('out')
    const format = formatOf(out)
    const [before, after] = await sidesOf(context)
    const report = await call.contracts.redline({
      before,
      after,
      ...given({ out: out !== undefined && format ? { file: files.toWrite(out), format } : undefined }),
    })
    return { json: report, text: report.fileName ? `${report.text}\n\nWrote ${report.fileName}.` : report.text }
  },
}

type Side = Parameters<InWorkspace['call']['contracts']['redline']>[0]['before']

async function sidesOf(context: InWorkspace): Promise<[Side, Side]> {
  const { values, lookup } = context
  const other = values.argumentIfGiven('AFTER')
  if (other !== undefined) return [await sideOf(context, values.argument('BEFORE')), await sideOf(context, other)]
  const version = versionIn(values.argument('BEFORE'))
  if (version && values.text('against') === undefined)
    return [await sideOf(context, values.argument('BEFORE')), { contractId: await lookup.contract(version.number) }]
  const contractId = await lookup.contract(values.argument('BEFORE'))
  const which = values.oneOf('against', against) ?? 'last'
  const [current, that] = [{ contractId }, { contractId, which }]
  // What came back is the later text; template and last version are the earlier.
  return which === 'returned' ? [current, that] : [that, current]
}

async function sideOf({ files, lookup }: InWorkspace, given: string): Promise<Side> {
  if (/\.pdf$/i.test(given)) return { file: files.toRead(given) }
  const version = versionIn(given)
  const contractId = await lookup.contract(version?.number ?? given)
  if (!version) return { contractId }
  const { which } = version
  return { contractId, which: /^\d/.test(which) ? Number(which) : (which as (typeof against)[number] | 'current') }
}

/** `2026-0007@2` is version 2 of contract 2026-0007; null for a contract alone. */
function versionIn(given: string): { number: string; which: string } | null {
  const [, number, which] = /^(.+)@(\d{1,6}|template|current|last|returned)$/.exec(given) ?? []
  return number !== undefined && which !== undefined ? { number, which } : null
}

function formatOf(out: string | undefined): 'html' | 'pdf' | undefined {
  const ending = out && /\.(html|pdf)$/i.exec(out)?.[1]?.toLowerCase()
  if (out !== undefined && !ending) misused('--out takes a file whose name ends in .html or .pdf.')
  return ending as 'html' | 'pdf' | undefined
}

export const returnedCommands: readonly Command[] = [importSigned, attachScan, redline]
