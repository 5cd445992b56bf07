import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDF, PdfNumber } from '@libpdf/core'
import { expect, test } from 'vitest'
import { signedByCreator, signedWithOwnTool } from '#tests/engine/contracts/returned/returned-contract.ts'
import { troupeHere } from '#tests/support/command-line.ts'
import { png } from '#tests/support/images.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

async function agencyOnTheLine() {
  const folder = temporaryFolder()
  const at = (name: string) => join(folder, name)
  const run = (...args: string[]) => troupeHere([...args, '--workspace', at('workspace')])
  const done = async (...args: string[]) => {
    const { code, json, err } = await run(...args, '--json')
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${JSON.stringify(json)} ${err}`)
    return json as Record<string, unknown>
  }
  const lines = [
    'init --name Harbour',
    'settings --name Harbour --signer Mira --law Portugal --email m@hl.test --contract-numbers C-{number:1}',
    'creators add Ana --platform instagram --handle ana',
    'creators add Bea --platform instagram --handle bea',
    'clients add Oats --currency EUR',
    'campaigns create Spring --client Oats --budget 900 --starts 2030-03-01 --ends 2030-04-30',
    'campaigns add-creators Spring @ana @bea',
    'campaigns compensation Spring --all --model gifting --product-value 40',
    'contracts create Spring --all',
  ]
  for (const line of lines) await done(...line.split(' '))
  const send = async (number: string, name: string) => {
    await done('contracts', 'render', number, '--out', at(name))
    await done('contracts', 'status', number, '--status', 'sent')
    return new Uint8Array(readFileSync(at(name)))
  }
  const put = (name: string, bytes: Uint8Array) => (writeFileSync(at(name), bytes), at(name))
  return { at, run, done, send, put }
}

test('what comes back is verified, taken in and compared on the command line', { timeout: 120_000 }, async () => {
  const { at, run, done, send, put } = await agencyOnTheLine()
  const sent = await send('C-1', 'sent.pdf')
  const signed = await signedByCreator(sent, 'Ana')
  const returned = put('returned.pdf', signed)

  const before = await run('contracts', 'verify', returned)
  expect(before.out).toMatch(/^The file is untrusted\. The signature holds, but not everybody who signed is known here\./)
  expect(before.out).toMatch(/Key\s+made for the moment; nobody but Ana vouches for it/)
  expect(before.out).toMatch(/Trusted\s+no/)

  const edited = await PDF.load(signed)
  edited.getPage(0)?.dict.set('Rotate', PdfNumber.of(180))
  const altered = put('altered.pdf', await edited.save({ incremental: true }))
  const refused = await run('contracts', 'import-signed', altered)
  expect(refused.code).toBe(1)
  expect(refused.out).toContain(
    'After signing, the content of page 1 was changed. It is kept as a returned document; contract C-1 stays sent.',
  )
  expect(refused.out).toMatch(/Verdict\s+ALTERED/)

  const taken = await run('contracts', 'import-signed', returned)
  expect(taken.code).toBe(0)
  expect(taken.out).toMatch(/Ana has signed contract C-1\.[^]*Verdict\s+ACCEPTED[^]*Recognised by\s+its first bytes[^]*Words as sent\s+yes/)
  expect((await run('contracts', 'verify', returned)).out).toMatch(
    /The file is valid\.[^]*Trusted\s+yes, accepted by Mira on \d{4}-\d\d-\d\d/,
  )
  expect(await run('contracts', 'import-signed', put('twice.pdf', await signedByCreator(sent, 'Ana')), '--json')).toMatchObject({
    code: 1,
    json: { code: 'SIGNED_TWICE', contract: { number: 'C-1', status: 'signed by one' } },
  })

  await send('C-2', 'other.pdf')
  expect(await run('contracts', 'import-signed', returned, '--contract', 'C-2', '--json')).toMatchObject({
    code: 1,
    json: { code: 'OTHER_CONTRACT', message: expect.stringContaining('This is contract C-1, not C-2.') },
  })
  const scan = put('scan.png', png(4, 4))
  expect(await done('contracts', 'attach-scan', 'C-2', scan, '--signed-on', '2026-01-05', '--by', 'Bea')).toMatchObject({
    code: 'ACCEPTED',
  })
  expect((await run('contracts', 'verify', scan)).out).toContain('This is a scan of contract C-2, signed on paper on 2026-01-05 by Bea.')
  expect((await run('contracts', 'show', 'C-2')).out).toMatch(/Signed \(creator\)\s+Bea, 2026-01-05, on paper/)

  const report = await done('contracts', 'redline', at('sent.pdf'), at('other.pdf'))
  expect(report).toMatchObject({ before: 'sent.pdf', after: 'other.pdf', isUnchanged: false })
  const out = (await run('contracts', 'redline', 'C-1', 'C-2', '--out', at('redline.html'))).out
  expect(out).toMatch(/^From: Contract C-1 as it stands\nTo: {3}Contract C-2 as it stands\nOf the clauses, 1 changed/)
  expect(out).toMatch(/\[-Ana-\]\{\+Bea\+\}[^]*Wrote redline\.html\.\n$/)
  expect(readFileSync(at('redline.html'), 'utf8')).toContain('<ins>Bea</ins>')
  expect((await run('contracts', 'redline', 'C-1@1', 'C-1')).out).toContain('The words are the same.')
  expect((await run('contracts', 'redline', 'C-1', '--against', 'returned')).out).toContain('as it came back')
  expect(await run('contracts', 'redline', 'C-1@7', 'C-1', '--json')).toMatchObject({ code: 1, json: { error: { code: 'NOT_FOUND' } } })
})

test('signed with their own tool, after the agency: complete, and each signature says whom it rests on', async () => {
  const { done, send, put, at } = await agencyOnTheLine()
  await send('C-1', 'sent.pdf')
  await done('contracts', 'sign', 'C-1', '--out', at('agency.pdf'))
  const signed = await signedWithOwnTool(new Uint8Array(readFileSync(at('agency.pdf'))))
  const report = await done('contracts', 'import-signed', put('own.pdf', signed))
  expect(report).toMatchObject({ code: 'ACCEPTED', contract: { status: 'signed by all' }, signer: { method: 'imported' } })
  expect(await done('contracts', 'verify', at('own.pdf'))).toMatchObject({
    status: 'valid',
    contract: { number: 'C-1' },
    signatures: [
      { field: 'agency', trust: { source: 'this workspace' }, coversWholeFile: false, isKeyForTheMoment: false },
      { field: 'Signature1', trust: { source: 'accepted signer', acceptedBy: 'Mira' }, coversWholeFile: true, isKeyForTheMoment: false },
    ],
  })
})
