import type { z } from 'zod'
import type { VerifyReport } from '#src/shared/contract/verification.ts'
import type { Command, WorkspaceCommand } from '../command.ts'
import { facts } from '../table.ts'

type Report = z.infer<typeof VerifyReport>
type Signature = Report['signatures'][number]

const verify: WorkspaceCommand = {
  name: 'contracts verify',
  summary: 'Checks the signatures of any PDF, and what was changed after them',
  readsOnly: true,
  arguments: [{ name: 'FILE.pdf', note: 'the PDF; or the scan of a contract that is kept here' }],
  details:
    'valid: every signature holds, everybody who signed is known here, and nothing was changed since that may not be. untrusted: it holds, but ' +
    'somebody is not known. altered: changed after signing, or a signature does not hold. unsigned: no signature.',
  async run({ call, values, files }) {
    const report = await call.contracts.verify({ file: files.toRead(values.argument('FILE.pdf')) })
    return { json: report, text: reportText(report) }
  },
}

function reportText({ status, summary, signatures, alterations, remarks, contract, scan }: Report): string {
  const hint = status === 'untrusted' && '"contracts authorities" lists whose signatures are known here, and "contracts trust" trusts one.'
  return [
    scan ? summary : `The file is ${status}. ${summary}`,
    contract && !scan && `It is kept here with contract ${contract.number}.`,
    ...signatures.map(signatureText),
    alterations.join('\n'),
    remarks.join('\n'),
    hint,
  ]
    .filter(Boolean)
    .join('\n\n')
}

const certifications = { 1: 'nothing may be changed', 2: 'fields may be filled in and signed', 3: 'comments may be added as well' } as const

function signatureText(one: Signature): string {
  return facts([
    [one.kind === 'signature' ? 'Signature' : 'Time stamp', one.field],
    ['Signer', one.signer],
    ['Signed at', one.signedAt],
    ['Intact', one.intact ? 'yes' : 'no'],
    ['Covers', one.coversWholeFile ? 'the whole file' : one.revision === null ? null : `the file up to saving ${one.revision}`],
    ['Trusted', one.trusted ? `yes, ${trustText(one.trust)}` : 'no'],
    ['Certificate', one.certificate && `${one.certificate.serial}, issued by ${one.certificate.issuer}`],
    ['Key', one.isKeyForTheMoment ? `made for the moment; nobody but ${one.signer} vouches for it` : null],
    ['Revoked', revocationText(one.revocation)],
    ['Made with', one.algorithm && `${one.algorithm.key}, ${one.algorithm.digest}${one.isWeak ? ' (too weak to rely on)' : ''}`],
    ['Level', one.level && `PAdES ${one.level}`],
    ['Time stamp', one.timeStamp && `${one.timeStamp.at}, ${one.timeStamp.authority}${one.timeStamp.isTrusted ? '' : ' (not known here)'}`],
    ['Certifies', one.certification && certifications[one.certification]],
    ['Reason', one.reason],
    ['Note', one.note],
  ])
}

function trustText(trust: Signature['trust']): string {
  if (!trust) return 'by an unknown authority'
  const { source, name, acceptedBy, acceptedAt } = trust
  if (source === 'accepted signer') return `accepted by ${acceptedBy ?? 'somebody here'} on ${acceptedAt?.slice(0, 10) ?? 'an unknown day'}`
  return source === 'this workspace' ? `by this workspace’s own authority, ${name}` : `by the ${source} ${name}`
}

function revocationText({ state, at, reason, source }: Signature['revocation']): string | null {
  if (state === 'not known') return null
  const where = source === 'workspace list' ? 'by this workspace’s list' : 'by the list that came along'
  return state === 'good' ? `no, ${where}` : `on ${at?.slice(0, 10)}${reason ? ` (${reason})` : ''}, ${where}`
}

export const verifyingCommands: readonly Command[] = [verify]
