import { createPrivateKey } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { keptIdentities, openKey } from '#src/main/engine/contracts/identities/rows.ts'
import { readKeyFile } from '#src/main/engine/documents/signing/keyFile/readKeyFile.ts'
import { hasOpenssl, openssl } from '#tests/engine/documents/support/openssl.ts'
import { exported } from '../../exchange/setup.ts'
import { signingDesk } from '../signing-desk.ts'

const filePassphrase = 'Schlüsseldatei-Geheimnis 31'
const ownPassphrase = 'Zufallssatz der Agentur 47'
const triedPassphrase = 'Danebengetippt und falsch 59'

/** A secret as it may be written down: its bytes, in two widths for texts, in hexadecimal, and in base64 wherever it begins in a longer one. */
function spellings(secret: string | Buffer): Buffer[] {
  const texts = typeof secret === 'string' ? [secret, secret.normalize('NFC'), JSON.stringify(secret).slice(1, -1)] : []
  const bytes =
    typeof secret === 'string'
      ? [...texts.map((text) => Buffer.from(text)), Buffer.from(secret, 'utf16le'), Buffer.from(secret, 'utf16le').swap16()]
      : [secret]
  const base64 = bytes.flatMap((one) =>
    [0, 1, 2].flatMap((shift) => {
      const text = Buffer.concat([Buffer.alloc(shift), one])
        .toString('base64')
        .slice(shift === 0 ? 0 : 4)
        .replaceAll('=', '')
        .slice(0, -1)
      return [text, text.replaceAll('+', '-').replaceAll('/', '_')]
    }),
  )
  const hex = bytes.flatMap((one) => [one.toString('hex'), one.toString('hex').toUpperCase()])
  return [...bytes, ...[...base64, ...hex].map((text) => Buffer.from(text))]
}

/** The secrets that stand in any of the places, by name. */
function foundIn(places: ReadonlyMap<string, Buffer>, secrets: Readonly<Record<string, string | Buffer>>): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) => {
    const needles = spellings(secret)
    return [...places].filter(([, bytes]) => needles.some((needle) => bytes.includes(needle))).map(([place]) => `${name} in ${place}`)
  })
}

/** All files below a folder; what is inside archives as well. */
function filesBelow(folder: string): Map<string, Buffer> {
  const places = new Map<string, Buffer>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name)
    if (!statSync(file).isFile()) continue
    const bytes = readFileSync(file)
    places.set(name, bytes)
    if (bytes.subarray(0, 2).toString() !== 'PK') continue
    for (const [part, inside] of Object.entries(unzipSync(bytes))) places.set(`${name}: ${part}`, Buffer.from(inside))
  }
  return places
}

/** The number that a private key on a curve is. */
function scalarOf(pkcs8: Uint8Array): Buffer {
  const { d = '' } = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' })
  return Buffer.from(d, 'base64url')
}

test('the search finds a secret however it was written down', () => {
  const secret = 'Möwe+über/Hafen 12'
  const key = Buffer.from('00ff3fbe9a7c55', 'hex')
  const written = [
    `before ${secret} after`,
    JSON.stringify({ secret }),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(`x${secret}yz`).toString('base64'),
    Buffer.from(`xx${secret}`).toString('base64url'),
    Buffer.concat([Buffer.from('abcd'), key, Buffer.from('ef')]).toString('base64'),
    key.toString('hex'),
  ]
  for (const text of written) expect(foundIn(new Map([['here', Buffer.from(text)]]), { secret, key })).toHaveLength(1)
  expect(foundIn(new Map([['here', Buffer.from('nothing of it')]]), { secret, key })).toEqual([])
})

describe.runIf(hasOpenssl)('after all that can be done with keys and passphrases', () => {
  test('no passphrase and no private key is in the workspace, its journal, a backup, an export, a PDF, an answer, an error or the log', async () => {
    const log: string[] = []
    for (const stream of [process.stderr, process.stdout])
      vi.spyOn(stream, 'write').mockImplementation((part) => {
        log.push(String(part))
        return true
      })
    const made = openssl()
    made.authority('authority', '/CN=Trust of Lisboa')
    made.certificate('mira', 'authority', '/CN=Mira Key')
    const keyFile = made.keyFile('mira', 'authority', filePassphrase)
    made.close()

    const desk = await signingDesk()
    const { call, id, otherId, engine, folder, ports } = desk
    const answers: string[] = []
    const told = async (answer: Promise<unknown>): Promise<void> => {
      const outcome = await answer.catch((error: unknown) => {
        const { message, stack, code, data } = error as Error & { code?: string; data?: unknown }
        return { message, stack, code, data, cause: String((error as Error).cause) }
      })
      answers.push(JSON.stringify(outcome) ?? '')
    }
    const give = () => desk.toRead(keyFile, 'given.p12')
    await told(call.identities.importKeyFile({ file: give(), filePassphrase: triedPassphrase }))
    await told(call.identities.importKeyFile({ file: give(), filePassphrase, passphrase: ownPassphrase }))
    await told(call.identities.importKeyFile({ file: give(), filePassphrase, passphrase: 'too short' }))
    await told(call.identities.importKeyFile({ file: give(), filePassphrase }))
    await told(call.identities.create({ name: 'Lena Brandt', passphrase: ownPassphrase }))
    await told(call.identities.create({ name: 'Mira Sommer' }))
    for (const passphrase of [triedPassphrase, ownPassphrase]) await told(call.contracts.sign({ id, signerName: 'Mira Key', passphrase }))
    await told(call.contracts.countersign({ id, signerName: 'Ana Martins' }))
    await told(call.contracts.signMany({ ids: [otherId], signerName: 'Lena Brandt', passphrase: triedPassphrase }))
    await told(call.contracts.signMany({ ids: [otherId], signerName: 'Lena Brandt', passphrase: ownPassphrase }))
    // A fault nobody expected is written to the log in full.
    ports.network = { send: () => Promise.reject(new TypeError('An unexpected fault')) }
    await call.workspace.updateSettings({ changes: { timeStamps: { url: 'http://stamps.test/', level: 'B-T' } } })
    const [third = ''] = (await call.contracts.create({ collaborationIds: [desk.first] })).ids
    await told(call.contracts.sign({ id: third, signerName: 'Lena Brandt', passphrase: ownPassphrase }))
    await call.workspace.updateSettings({ changes: { timeStamps: { url: null, level: 'B-T' } } })
    const rows = await keptIdentities(engine.contextFor('test').read)
    const lena = rows.find(({ name }) => name === 'Lena Brandt')
    await told(call.identities.renew({ id: lena?.id ?? '', passphrase: ownPassphrase }))
    await told(call.identities.revoke({ id: lena?.id ?? '', reason: 'key compromise' }))
    await told(call.identities.list({ all: true }))
    await told(call.workspace.history({ limit: 100 }))
    await told(call.contracts.show({ id }))
    await told(call.contracts.trail({ id }))
    await told(call.identities.exportAuthority({ file: desk.toWrite('ca.pem') }))
    await told(call.identities.exportRevocations({ file: desk.toWrite('list.pem') }))
    await exported(desk, desk.campaignId)
    await call.workspace.backup({ file: desk.toWrite('backup.zip') })

    const machine = rows.filter(({ sealed_with: keptWith }) => keptWith === 'machine')
    const keys = await Promise.all(machine.map(async (row) => scalarOf((await openKey({ ports }, row, undefined)).privateKey)))
    expect(keys).toHaveLength(2)
    vi.restoreAllMocks()

    const places = filesBelow(folder)
    expect(places.size).toBeGreaterThan(10)
    places.set('the answers', Buffer.from(answers.join('\n')))
    places.set('the log', Buffer.from(log.join('')))
    expect(answers.join('\n')).toContain('PASSPHRASE_WRONG')
    const secrets = {
      filePassphrase,
      ownPassphrase,
      triedPassphrase,
      'the imported key': scalarOf(readKeyFile(keyFile, filePassphrase).privateKey),
      ...Object.fromEntries(keys.map((key, at) => [`the machine’s key ${at}`, key])),
    }
    expect(foundIn(places, secrets)).toEqual([])
  })
})
