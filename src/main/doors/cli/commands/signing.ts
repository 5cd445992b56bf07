import type { z } from 'zod'
import type { SignResult } from '#src/shared/contract/contracts-signing.ts'
import type { VerifyReport } from '#src/shared/contract/verification.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { Command, InWorkspace, Option, Outcome, WorkspaceCommand } from '../command.ts'
import { facts } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given } from '../values.ts'
import { counted } from './words.ts'

const contract = { name: 'CONTRACT', note: 'id or number' } as const
const out: Option = { value: 'FILE', note: 'also writes the PDF there' }

const render: WorkspaceCommand = {
  name: 'contracts render',
  summary: 'Draws the PDF of contracts and keeps it',
  arguments: [{ ...contract, many: true }],
  options: { out: { value: 'FILE', note: 'also writes the PDF there; for one contract' } },
  async run({ call, values, lookup, files }) {
    const [named, target] = [values.rest('CONTRACT'), values.text('out')]
    if (target !== undefined && named.length > 1) misused('--out takes the PDF of one contract.')
    const answer = await call.contracts.render({
      ids: await Promise.all(named.map((one) => lookup.contract(one))),
      ...given({ file: target && files.toWrite(target) }),
    })
    return { json: answer, text: [`Drew ${counted(answer.documentIds.length, 'PDF')}.`, ...answer.warnings].join('\n') }
  },
}

const signOptions: Readonly<Record<string, Option>> = {
  signer: { value: 'NAME', note: 'who signs' },
  email: { value: 'ADDRESS', note: 'of the signer' },
  typed: { value: 'TEXT', note: "the signature as it is to be seen; the signer's name when left out" },
  reason: { value: 'TEXT', note: 'why, such as "I agree to this contract"' },
  out,
}

type Signing = 'sign' | 'countersign'

async function signWith(how: Signing, { call, values, lookup, files }: InWorkspace): Promise<Outcome> {
  const found = await call.contracts.show({ id: await lookup.contract(values.argument('CONTRACT')) })
  const usual = how === 'sign' ? (await call.workspace.settings({})).agency.signerName : found.creatorName
  const signerName =
    values.text('signer') || usual || misused('--signer is needed, because the settings name nobody who signs for the agency.')
  const typed = values.text('typed')
  const signed: z.infer<typeof SignResult> = await call.contracts[how]({
    id: found.id,
    signerName,
    ...given({
      signerEmail: values.text('email'),
      reason: values.text('reason'),
      mark: typed === undefined ? undefined : { kind: 'typed' as const, text: typed },
    }),
  })
  const target = values.text('out')
  const saved =
    target === undefined ? null : await call.contracts.saveDocument({ documentId: signed.documentId, file: files.toWrite(target) })
  const lines = [
    `${signerName} has signed ${found.number}; it is ${signed.status}.`,
    ...signed.warnings,
    saved && `Wrote ${saved.fileName}.`,
  ]
  return { json: { ...signed, ...saved }, text: lines.filter(Boolean).join('\n') }
}

const sign: WorkspaceCommand = {
  name: 'contracts sign',
  summary: 'Signs a contract for the agency; draws its PDF first where that has not been done',
  arguments: [contract],
  options: { ...signOptions, signer: { value: 'NAME', note: 'who signs; as in the settings when left out' } },
  run: (context) => signWith('sign', context),
}

const countersign: WorkspaceCommand = {
  name: 'contracts countersign',
  summary: 'Signs a contract for the creator, in person on this machine',
  arguments: [contract],
  options: { ...signOptions, signer: { value: 'NAME', note: 'who signs; the creator when left out' } },
  run: (context) => signWith('countersign', context),
}

const sendPage: WorkspaceCommand = {
  name: 'contracts send-page',
  summary: 'Writes one HTML file on which the creator, or the client, reads and signs a contract in a browser',
  arguments: [contract],
  options: { out: { value: 'PAGE.html', note: 'where to', needed: true } },
  details:
    'The page needs no network. Whoever gets it opens it in a browser, signs, and sends back the PDF that it saves. A draft counts as sent from then on.',
  async run({ call, values, lookup, files }) {
    const id = await lookup.contract(values.argument('CONTRACT'))
    const made = await call.contracts.sendPage({ id, file: files.toWrite(values.needed('out')) })
    const lines = [
      `Wrote ${made.fileName} (${(made.size / 1e6).toFixed(1)} MB) for the ${made.role} to sign on.`,
      `The PDF in it has the fingerprint ${made.hash}.`,
      ...made.warnings,
    ]
    return { json: made, text: lines.join('\n') }
  },
}

const verify: WorkspaceCommand = {
  name: 'contracts verify',
  summary: 'Checks the signatures of any PDF, and what was changed after them',
  arguments: [{ name: 'FILE.pdf', note: 'the PDF' }],
  async run({ call, values, files }) {
    const report = await call.contracts.verify({ file: files.toRead(values.argument('FILE.pdf')) })
    return { json: report, text: reportText(report) }
  },
}

function reportText({ status, signatures, alterations }: z.infer<typeof VerifyReport>): string {
  const parts = signatures.map((one) =>
    facts([
      ['Signature', one.field],
      ['Signer', one.signer],
      ['Signed at', one.signedAt],
      ['Intact', one.intact ? 'yes' : 'no'],
      ['Covers whole file', one.coversWholeFile ? 'yes' : 'no'],
      ['Trusted', one.trusted ? 'yes' : 'no'],
      ['Note', one.note],
    ]),
  )
  const hint = status === 'untrusted' && '"contracts authorities" lists whose signatures are known here, and "contracts trust" trusts one.'
  return [`The file is ${status}.`, ...parts, alterations.join('\n'), hint].filter(Boolean).join('\n\n')
}

const save: WorkspaceCommand = {
  name: 'contracts save',
  summary: 'Writes the newest PDF of a contract to a file',
  arguments: [contract],
  options: { out: { value: 'FILE', note: 'where to', needed: true } },
  async run({ call, values, lookup, files }) {
    const found = await call.contracts.show({ id: await lookup.contract(values.argument('CONTRACT')) })
    const newest =
      found.documents.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0] ??
      raise('NOT_FOUND', `${found.number} has no PDF yet. "contracts render" draws one.`)
    const saved = await call.contracts.saveDocument({ documentId: newest.id, file: files.toWrite(values.needed('out')) })
    return { json: { ...saved, documentId: newest.id, kind: newest.kind }, text: `Wrote the ${newest.kind} PDF to ${saved.fileName}.` }
  },
}

export const signingCommands: readonly Command[] = [render, sendPage, sign, countersign, verify, save]
