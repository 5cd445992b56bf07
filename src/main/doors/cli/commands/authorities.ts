import { raise } from '#src/shared/contract/errors.ts'
import type { Client, Command, WorkspaceCommand } from '../command.ts'
import { facts } from '../table.ts'
import { misused } from '../usage-error.ts'
import type { Values } from '../values.ts'

const fingerprint = { name: 'FINGERPRINT', note: 'SHA-256 of its certificate, or at least the first 16 letters of it' } as const
const details =
  'An authority that came in with a campaign file, or out of its exported certificate, is kept, but its signatures are shown as not trusted until a person says otherwise. ' +
  'Compare the fingerprint with the one that its agency reads out to you.'

const list: WorkspaceCommand = {
  name: 'contracts authorities',
  summary: 'Shows whose signatures are known here, and which of them count as trusted',
  readsOnly: true,
  details,
  async run({ call }) {
    const rows = await call.contracts.authorities({})
    const parts = rows.map(({ name, own, trusted, validTo, fingerprint: sha256 }) =>
      facts([
        ['Agency', name],
        ['Trusted', own ? 'yes, this workspace itself' : trusted ? 'yes' : 'no'],
        ['Valid until', validTo.slice(0, 10)],
        ['SHA-256', sha256],
      ]),
    )
    return { json: { total: rows.length, rows }, text: parts.join('\n\n') || 'There is none yet. The first signature makes one.' }
  },
}

const add: WorkspaceCommand = {
  name: 'contracts add-authority',
  summary: 'Makes the authority of another agency known, out of the certificate it exported; it is not trusted yet',
  arguments: [{ name: 'FILE', note: 'its certificate, PEM or DER, as "contracts identities export-ca" writes it' }],
  details,
  async run({ call, values, files }) {
    const answer = await call.contracts.addAuthority({ file: files.toRead(values.argument('FILE')) })
    const next = answer.trusted ? 'It is trusted.' : `Compare the fingerprint, then: contracts trust ${answer.fingerprint.slice(0, 16)}`
    return { json: answer, text: `${answer.name} is known here. Its SHA-256 fingerprint is ${answer.fingerprint}.\n${next}` }
  },
}

const trust: WorkspaceCommand = {
  name: 'contracts trust',
  summary: 'Trusts the authority of another agency, so that its signatures count as valid',
  arguments: [fingerprint],
  details,
  check: (values) => void fingerprintIn(values),
  async run({ call, values }) {
    const { fingerprint: whole, name } = await authorityOf(call, fingerprintIn(values))
    const answer = await call.contracts.trustAuthority({ fingerprint: whole })
    return {
      json: { ...answer, fingerprint: whole },
      text: answer.entryId ? `Signatures made by ${name} are trusted.` : 'It was so already.',
    }
  },
}

const distrust: WorkspaceCommand = {
  name: 'contracts distrust',
  summary: 'Stops trusting the authority of another agency',
  arguments: [fingerprint],
  check: (values) => void fingerprintIn(values),
  async run({ call, values }) {
    const { fingerprint: whole, name } = await authorityOf(call, fingerprintIn(values))
    const answer = await call.contracts.distrustAuthority({ fingerprint: whole })
    return {
      json: { ...answer, fingerprint: whole },
      text: answer.entryId ? `Signatures made by ${name} are no longer trusted.` : 'It was so already.',
    }
  },
}

/** As other programs show it too: with colons or spaces, in capitals. */
function fingerprintIn(values: Values): string {
  const given = values.argument('FINGERPRINT')
  const plain = given.replaceAll(/[\s:]/g, '').toLowerCase()
  return /^[0-9a-f]{16,64}$/.test(plain)
    ? plain
    : misused(`FINGERPRINT is 64 letters from 0 to 9 and a to f, or the first 16 or more of them; not "${given}".`)
}

async function authorityOf(call: Client, start: string) {
  const found = (await call.contracts.authorities({})).filter((authority) => authority.fingerprint.startsWith(start))
  if (found.length > 1) raise('CONFLICT', `"${start}" fits ${found.length} authorities; give the whole fingerprint.`)
  return (
    found[0] ?? raise('NOT_FOUND', 'No authority with that fingerprint is known in this workspace. "contracts authorities" lists them.')
  )
}

export const authorityCommands: readonly Command[] = [list, add, trust, distrust]
