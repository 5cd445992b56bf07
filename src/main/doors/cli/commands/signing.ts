import type { z } from 'zod'
import type { SignResult } from '#src/shared/contract/contracts-signing.ts'
import { codeOf, raise } from '#src/shared/contract/errors.ts'
import type { Command, InWorkspace, Option, Outcome, WorkspaceCommand } from '../command.ts'
import { givenSecret, neededSecret, secretOption, signingPassphrase } from '../passphrase.ts'
import { misused } from '../usage-error.ts'
import { given, type Values } from '../values.ts'
import { identityOf } from './identities.ts'
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
  image: { value: 'FILE', note: 'a picture of the signature instead, PNG or JPEG' },
  reason: { value: 'TEXT', note: 'why, such as "I agree to this contract"' },
  identified: { value: 'TEXT', note: 'how it was made sure who signs, such as "ID card seen"; goes into the audit record' },
}

function signingOf({ values, files }: InWorkspace) {
  const [typed, image] = [values.text('typed'), values.text('image')]
  if (typed !== undefined && image !== undefined) misused('--typed and --image are two looks of one signature; give one of them.')
  const mark =
    typed === undefined
      ? image === undefined
        ? undefined
        : { kind: 'image' as const, file: files.toRead(image) }
      : { kind: 'typed' as const, text: typed }
  return given({ signerEmail: values.text('email'), reason: values.text('reason'), identified: values.text('identified'), mark })
}

const sign: WorkspaceCommand = {
  name: 'contracts sign',
  summary: 'Signs contracts for the agency, before or after the other side; draws the PDF of a draft first',
  arguments: [{ ...contract, many: true }],
  options: {
    ...signOptions,
    signer: { value: 'NAME', note: 'who signs; as in the settings when left out' },
    identity: { value: 'IDENTITY', note: 'signs with this one of "contracts identities list"; the newest of that name when left out' },
    'passphrase-file': secretOption(signingPassphrase, 'what the signing key is kept under'),
    out: { value: 'FILE', note: 'also writes the PDF there; for one contract' },
  },
  async run(context) {
    const { call, values, lookup, files } = context
    const [named, target] = [values.rest('CONTRACT'), values.text('out')]
    if (target !== undefined && named.length > 1) misused('--out takes the PDF of one contract.')
    // A place that takes no file is better known before anything is signed.
    if (target !== undefined) await files.expectPlace(target)
    const ids = await Promise.all(named.map((one) => lookup.contract(one)))
    const chosen = values.text('identity')
    const identity = chosen === undefined ? undefined : await identityOf(call, chosen)
    const usual = identity?.name ?? (await call.workspace.settings({})).agency.signerName
    const signerName =
      values.text('signer') || usual || misused('--signer is needed, because the settings name nobody who signs for the agency.')
    const how = { signerName, ...signingOf(context), ...given({ identityId: identity?.id }) }
    const [id = ''] = ids
    return withPassphrase(values, async (passphrase) => {
      if (ids.length === 1) return saved(context, id, signerName, await call.contracts.sign({ id, ...how, ...passphrase }))
      const answer = await call.contracts.signMany({ ids, ...how, ...passphrase })
      return { json: answer, text: [`${signerName} has signed ${counted(ids.length, 'contract')}.`, ...answer.warnings].join('\n') }
    })
  },
}

/** Asks for the passphrase only where the key turns out to be kept under one. */
async function withPassphrase(values: Values, act: (passphrase: { passphrase?: string }) => Promise<Outcome>): Promise<Outcome> {
  const passphrase = givenSecret(values, signingPassphrase)
  try {
    return await act(given({ passphrase }))
  } catch (error) {
    if (passphrase !== undefined || codeOf(error) !== 'PASSPHRASE_NEEDED' || !process.stdin.isTTY) throw error
    return act({ passphrase: await neededSecret(values, signingPassphrase) })
  }
}

const countersign: WorkspaceCommand = {
  name: 'contracts countersign',
  summary: 'Signs a contract for the creator, or the client, in person on this machine, before or after the agency',
  arguments: [contract],
  options: { ...signOptions, signer: { value: 'NAME', note: 'who signs; the creator when left out' }, out },
  async run(context) {
    const { call, values, lookup, files } = context
    const target = values.text('out')
    if (target !== undefined) await files.expectPlace(target)
    const { id, creatorName } = await call.contracts.show({ id: await lookup.contract(values.argument('CONTRACT')) })
    const signerName =
      values.text('signer') || creatorName || misused('--signer is needed: the contract is with a client, for whom somebody signs.')
    return saved(context, id, signerName, await call.contracts.countersign({ id, signerName, ...signingOf(context) }))
  },
}

async function saved(
  { call, values, files }: InWorkspace,
  id: string,
  signerName: string,
  signed: z.infer<typeof SignResult>,
): Promise<Outcome> {
  const target = values.text('out')
  const written =
    target === undefined ? null : await call.contracts.saveDocument({ documentId: signed.documentId, file: files.toWrite(target) })
  const { number } = await call.contracts.show({ id })
  const lines = [`${signerName} has signed ${number}; it is ${signed.status}.`, ...signed.warnings, written && `Wrote ${written.fileName}.`]
  return { json: { ...signed, ...written }, text: lines.filter(Boolean).join('\n') }
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

const save: WorkspaceCommand = {
  name: 'contracts save',
  summary: 'Writes the newest PDF that a contract stands by to a file',
  readsOnly: true,
  arguments: [contract],
  options: { out: { value: 'FILE', note: 'where to', needed: true } },
  async run({ call, values, lookup, files }) {
    const found = await call.contracts.show({ id: await lookup.contract(values.argument('CONTRACT')) })
    const newest =
      found.documents.findLast(({ stands }) => stands) ??
      found.documents.at(-1) ??
      raise('NOT_FOUND', `${found.number} has no PDF yet. "contracts render" draws one.`)
    const saved = await call.contracts.saveDocument({ documentId: newest.id, file: files.toWrite(values.needed('out')) })
    return { json: { ...saved, documentId: newest.id, kind: newest.kind }, text: `Wrote the ${newest.kind} PDF to ${saved.fileName}.` }
  },
}

export const signingCommands: readonly Command[] = [render, sendPage, sign, countersign, save]
