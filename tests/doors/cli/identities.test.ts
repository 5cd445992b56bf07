import { X509Certificate } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { hasOpenssl, openssl } from '#tests/engine/documents/support/openssl.ts'
import { hasPoppler, poppler } from '#tests/engine/documents/support/poppler.ts'
import { troupe, troupeHere, type Ran } from '#tests/support/command-line.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const passphrase = 'drei Möwen über dem Hafen'

afterEach(() => vi.unstubAllEnvs())

/** A workspace with a campaign's drafts, reached through the command line alone. */
async function desk(count = 2) {
  const folder = temporaryFolder()
  const at = (name: string) => join(folder, name)
  vi.stubEnv('TROUPE_CONFIG', at('config'))
  /** In this process, except where something is typed in. */
  const run = async (args: string[], { input, env = {} }: { input?: string; env?: Record<string, string> } = {}): Promise<Ran> => {
    const all = [...args, '--workspace', at('workspace')]
    if (input !== undefined) return troupe(all, { input, env: { TROUPE_CONFIG: at('config'), ...env } })
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    try {
      return await troupeHere(all)
    } finally {
      for (const name of Object.keys(env)) vi.stubEnv(name, undefined)
    }
  }
  const done = async (...args: string[]): Promise<Record<string, unknown>> => {
    const { code, out, err } = await run([...args, '--json'])
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${out} ${err}`)
    return JSON.parse(out) as Record<string, unknown>
  }
  await done('init', '--name', 'Harbour Lane')
  await done('settings', '--name', 'Harbour Lane', '--signer', 'Mira Sommer')
  await done('clients', 'add', 'Oat & Ember', '--currency', 'EUR')
  await done('campaigns', 'create', 'Spring', '--client', 'Oat & Ember', '--budget', '3000')
  for (let at = 1; at <= count; at++) await done('creators', 'add', `Creator ${at}`, '--platform', 'instagram', '--handle', `creator${at}`)
  await done('campaigns', 'add-creators', 'Spring', ...Array.from({ length: count }, (_, at) => `@creator${at + 1}`))
  const { numbers } = (await done('contracts', 'create', 'Spring', '--all')) as { numbers: string[] }
  const list = async () =>
    (await done('contracts', 'identities', 'list')) as {
      rows: { id: string; name: string; kind: string; state: string; keptWith: string }[]
    }
  return { at, run, done, list, numbers: numbers as [string, string, ...string[]] }
}

const validIn = (file: string) =>
  hasPoppler ? (poppler('pdfsig', new Uint8Array(readFileSync(file))).match(/Signature is Valid/g)?.length ?? 0) : null

describe('identities on the command line', () => {
  test('made under a passphrase, which comes from a file, the environment or standard input, and never from the line itself', async () => {
    const { at, run, done, list, numbers } = await desk(3)
    const [first, second, third = ''] = numbers
    writeFileSync(at('passphrase'), `${passphrase}\r\nwhat follows does not count\n`)
    expect((await run(['contracts', 'identities', 'list'])).out).toContain('There is none yet.')
    expect((await run(['contracts', 'identities', 'create', 'Mira Sommer', '--under-passphrase'])).code).toBe(2)
    expect((await run(['contracts', 'identities', 'create', 'Mira Sommer', '--passphrase', passphrase])).code).toBe(2)
    await done('contracts', 'identities', 'create', 'Mira Sommer', '--passphrase-file', at('passphrase'))
    expect((await list()).rows).toMatchObject([
      { name: 'Mira Sommer', state: 'valid', keptWith: 'passphrase' },
      { kind: 'authority', keptWith: 'machine' },
    ])

    const without = await run(['contracts', 'sign', first, '--json'])
    expect([without.code, without.json]).toMatchObject([1, { error: { code: 'PASSPHRASE_NEEDED' } }])
    const wrong = await run(['contracts', 'sign', first, '--json'], { env: { TROUPE_PASSPHRASE: 'vier Möwen' } })
    expect([wrong.code, wrong.json]).toMatchObject([1, { error: { code: 'PASSPHRASE_WRONG' } }])
    const none = await run(['contracts', 'sign', first, '--passphrase-file', at('nowhere'), '--json'])
    expect(none.json).toMatchObject({ error: { code: 'FILE_UNREADABLE' } })

    const signed = [
      await run(['contracts', 'sign', first, '--passphrase-file', at('passphrase'), '--out', at('one.pdf')]),
      await run(['contracts', 'sign', second, '--passphrase-file', '-', '--out', at('two.pdf')], { input: `${passphrase}\n` }),
      await run(['contracts', 'sign', third, '--identity', 'Mira Sommer', '--out', at('three.pdf')], {
        env: { TROUPE_PASSPHRASE: passphrase },
      }),
    ]
    for (const { code, out } of signed) expect([code, out]).toEqual([0, expect.stringContaining('Mira Sommer has signed')])
    for (const name of ['one.pdf', 'two.pdf', 'three.pdf']) {
      expect([null, 1]).toContain(validIn(at(name)))
      expect(await done('contracts', 'verify', at(name))).toMatchObject({ status: 'valid' })
    }
  })

  test('kept by the machine: renewed, revoked, and the authority and its list given out', async () => {
    const { at, run, done, list, numbers } = await desk()
    const [first, second] = numbers
    await done('contracts', 'sign', first, '--out', at('one.pdf'))
    const old = (await list()).rows[0]
    const renewed = await done('contracts', 'identities', 'renew', 'Mira Sommer')
    expect((await list()).rows.filter(({ kind }) => kind === 'signer')).toMatchObject([{ id: renewed['id'] }, { id: old?.id }])
    const ca = await done('contracts', 'identities', 'export-ca', '--out', at('ca.pem'))
    expect(new X509Certificate(readFileSync(at('ca.pem'))).fingerprint256.replaceAll(':', '').toLowerCase()).toBe(ca['fingerprint'])
    const taken = await run([
      'contracts',
      'identities',
      'revoke',
      String(renewed['fingerprint']).slice(0, 16),
      '--reason',
      'key compromise',
    ])
    expect([taken.code, taken.out]).toEqual([0, expect.stringContaining('Mira Sommer is revoked.')])
    const refused = await run(['contracts', 'sign', second, '--identity', String(renewed['id']), '--json'])
    expect(refused.json).toMatchObject({ error: { code: 'CERTIFICATE_REVOKED' } })
    expect(await done('contracts', 'identities', 'export-revocations', '--out', at('list.crl'), '--der')).toMatchObject({ revoked: 1 })
    expect(readFileSync(at('list.crl'))[0]).toBe(0x30)
    expect((await run(['contracts', 'identities', 'revoke', 'Nobody', '--json'])).json).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect((await run(['contracts', 'identities', 'revoke', 'Mira Sommer', '--reason', 'a whim'])).code).toBe(2)
    expect(await done('contracts', 'verify', at('one.pdf'))).toMatchObject({ status: 'valid' })
  })

  test.runIf(hasOpenssl)('taken in from a key file, it signs a selection; the creator signs first on one of them', async () => {
    const { at, run, done, numbers } = await desk()
    const [first, second] = numbers
    const made = openssl()
    made.authority('authority', '/CN=Trust of Lisboa')
    made.certificate('mira', 'authority', '/CN=Mira Sommer', { key: ['-newkey', 'rsa:2048'] })
    writeFileSync(at('mira.p12'), made.keyFile('mira', 'authority', passphrase, ['-legacy']))
    writeFileSync(at('broken.p12'), made.keyFile('mira', 'authority', passphrase).slice(0, 700))
    made.close()
    const fromFile = { env: { TROUPE_FILE_PASSPHRASE: passphrase } }
    expect((await run(['contracts', 'identities', 'import-p12', at('broken.p12'), '--json'], fromFile)).json).toMatchObject({
      error: { code: 'NOT_A_KEY_FILE' },
    })
    const wrong = await run(['contracts', 'identities', 'import-p12', at('mira.p12'), '--json'], {
      env: { TROUPE_FILE_PASSPHRASE: 'another' },
    })
    expect(wrong.json).toMatchObject({ error: { code: 'PASSPHRASE_WRONG' } })
    expect((await run(['contracts', 'identities', 'import-p12', at('mira.p12')], fromFile)).code).toBe(0)
    await done('contracts', 'countersign', first, '--signer', 'Creator 1', '--identified', 'ID card seen')
    expect(await done('contracts', 'sign', first, second, '--reason', 'Agreed')).toMatchObject({
      documentIds: [expect.any(String), expect.any(String)],
    })
    await done('contracts', 'save', first, '--out', at('first.pdf'))
    expect([null, 2]).toContain(validIn(at('first.pdf')))
    expect(await done('contracts', 'verify', at('first.pdf'))).toMatchObject({ status: 'valid' })
    expect((await run(['contracts', 'show', first])).out).toContain('signed by all')
  })
})
