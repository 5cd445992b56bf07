import type { z } from 'zod'
import { RevocationReason, type SigningIdentity } from '#src/shared/contract/identities.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { Client, Command, Option, WorkspaceCommand } from '../command.ts'
import { fileSecret, neededSecret, secretOption, signingPassphrase } from '../passphrase.ts'
import { table } from '../table.ts'
import type { Values } from '../values.ts'
import { given } from '../values.ts'
import { day } from './words.ts'

type Identity = z.infer<typeof SigningIdentity>

const identity = { name: 'IDENTITY', note: 'id, name, or the beginning of its fingerprint' } as const
const underPassphrase: Readonly<Record<string, Option>> = {
  'under-passphrase': { note: "keeps the key under a passphrase instead of in this machine's keychain; it is asked for at each signing" },
  'passphrase-file': secretOption(signingPassphrase, 'that passphrase'),
}
const form: Option = { note: 'writes it as bytes (DER) instead of text (PEM)' }

/** The passphrase that a new key is to be kept under; none where the machine keeps it. */
async function newPassphrase(values: Values): Promise<{ passphrase?: string }> {
  const isWanted = values.flag('under-passphrase') || values.text('passphrase-file') !== undefined
  return isWanted ? { passphrase: await neededSecret(values, signingPassphrase, { twice: true }) } : {}
}

const list: WorkspaceCommand = {
  name: 'contracts identities list',
  summary: 'Shows who can sign here, and the authority that vouches for them',
  readsOnly: true,
  options: { all: { note: 'also those whose key is elsewhere, or was made for one signature' } },
  async run({ call, values }) {
    const rows = await call.identities.list({ all: values.flag('all') })
    const text = table(
      rows,
      [
        { heading: 'NAME', cell: (row) => row.name },
        { heading: 'IS A', cell: (row) => (row.kind === 'authority' ? 'authority' : 'signer') },
        { heading: 'STATE', cell: (row) => row.state },
        { heading: 'VALID UNTIL', cell: (row) => day(row.validTo) },
        { heading: 'KEY', cell: (row) => row.key },
        { heading: 'KEPT', cell: (row) => keptIn(row) },
        { heading: 'SHA-256', cell: (row) => row.fingerprint.slice(0, 16) },
        { heading: 'ID', cell: (row) => row.id },
      ],
      'There is none yet. The first signature makes one, or "contracts identities create".',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

function keptIn({ keptWith }: Identity): string {
  return keptWith === 'machine' ? "this machine's keychain" : keptWith === 'passphrase' ? 'under a passphrase' : 'not here'
}

const create: WorkspaceCommand = {
  name: 'contracts identities create',
  summary: 'Makes a signing identity for somebody of the agency',
  arguments: [{ name: 'NAME', note: 'who signs with it' }],
  options: { email: { value: 'ADDRESS', note: 'of the signer' }, ...underPassphrase },
  async run({ call, values }) {
    const name = values.argument('NAME')
    const made = await call.identities.create({ name, ...given({ email: values.text('email') }), ...(await newPassphrase(values)) })
    return { json: made, text: `${name} can sign now. The certificate has the fingerprint ${made.fingerprint}.` }
  },
}

const importKeyFile: WorkspaceCommand = {
  name: 'contracts identities import-p12',
  summary: 'Takes in a signing identity from a .p12 or .pfx file',
  arguments: [{ name: 'FILE', note: 'the key file' }],
  options: {
    name: { value: 'NAME', note: 'who signs with it; as its certificate says when left out' },
    email: { value: 'ADDRESS', note: 'of the signer' },
    'file-passphrase-file': secretOption(fileSecret, 'what the file is locked with'),
    ...underPassphrase,
  },
  async run({ call, values, files }) {
    const made = await call.identities.importKeyFile({
      file: files.toRead(values.argument('FILE')),
      filePassphrase: await neededSecret(values, fileSecret),
      ...given({ name: values.text('name'), email: values.text('email') }),
      ...(await newPassphrase(values)),
    })
    return { json: made, text: `The identity can sign now. Its certificate has the fingerprint ${made.fingerprint}.` }
  },
}

const exportCa: WorkspaceCommand = {
  name: 'contracts identities export-ca',
  summary: "Writes the certificate of this workspace's authority, for others to trust",
  options: { out: { value: 'FILE', note: 'where to', needed: true }, der: form },
  details:
    'Whoever gets the file compares its fingerprint with the one that you read out, and then trusts it: in Acrobat, in pdfsig, or in Troupe.',
  async run({ call, values, files }) {
    const answer = await call.identities.exportAuthority({
      file: files.toWrite(values.needed('out')),
      form: values.flag('der') ? 'der' : 'pem',
    })
    return { json: answer, text: `Wrote ${answer.fileName}. Its fingerprint (SHA-256) is ${answer.fingerprint}.` }
  },
}

const exportRevocations: WorkspaceCommand = {
  name: 'contracts identities export-revocations',
  summary: 'Writes the signed list of the certificates that were revoked',
  options: { out: { value: 'FILE', note: 'where to', needed: true }, der: form },
  async run({ call, values, files }) {
    const answer = await call.identities.exportRevocations({
      file: files.toWrite(values.needed('out')),
      form: values.flag('der') ? 'der' : 'pem',
    })
    return { json: answer, text: `Wrote ${answer.fileName}: list ${answer.number}, revoked certificates: ${answer.revoked}.` }
  },
}

const renew: WorkspaceCommand = {
  name: 'contracts identities renew',
  summary: 'Gives an identity, or the authority, a new key and certificate before the old one runs out',
  arguments: [identity],
  options: { 'passphrase-file': secretOption(signingPassphrase, 'what the new key is kept under, if the old one was') },
  async run({ call, values }) {
    const { id, name, keptWith } = await identityOf(call, values.argument('IDENTITY'))
    const passphrase = keptWith === 'passphrase' ? { passphrase: await neededSecret(values, signingPassphrase, { twice: true }) } : {}
    const made = await call.identities.renew({ id, ...passphrase })
    return { json: made, text: `Renewed ${name}. The new certificate has the fingerprint ${made.fingerprint}.` }
  },
}

const revoke: WorkspaceCommand = {
  name: 'contracts identities revoke',
  summary: 'Takes an identity back: from now on nothing can be signed with it',
  arguments: [identity],
  options: { reason: { value: 'REASON', note: 'unspecified when left out', choices: RevocationReason.options } },
  details: 'After "key compromise" earlier signatures count only where a time stamp, or this workspace, shows that they are older.',
  async run({ call, values }) {
    const { id, name } = await identityOf(call, values.argument('IDENTITY'))
    const answer = await call.identities.revoke({ id, ...given({ reason: values.oneOf('reason', RevocationReason.options) }) })
    return { json: answer, text: `${name} is revoked. "contracts identities export-revocations" writes the list for others.` }
  },
}

/** The identity that is meant. Of several with one name the newest that still holds, since the older ones were renewed. */
export async function identityOf(call: Client, wanted: string): Promise<Identity> {
  const rows = await call.identities.list({ all: true })
  const plain = wanted.replaceAll(/[\s:]/g, '').toLowerCase()
  const exact = rows.filter((row) => row.id === wanted || row.name === wanted)
  const found =
    exact.length > 0 ? exact : rows.filter((row) => plain.length >= 8 && (row.id.startsWith(plain) || row.fingerprint.startsWith(plain)))
  const [first] = found.toSorted(
    (a, b) => Number(b.keptWith !== null && b.state !== 'revoked') - Number(a.keptWith !== null && a.state !== 'revoked'),
  )
  return first ?? raise('NOT_FOUND', `No signing identity is called "${wanted}". "contracts identities list" shows them.`)
}

export const identityCommands: readonly Command[] = [list, create, importKeyFile, exportCa, exportRevocations, renew, revoke]
