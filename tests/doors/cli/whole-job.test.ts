import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { troupe, troupeHere } from '#tests/support/command-line.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const list = `Name;Instagram;Follower;Engagement Rate;E-Mail;Nische;Land
Ana Martins;@ana.kocht;12.500;4,5%;ana@example.org;Food;DE
Jörg Özil;@joerg.testet;8.900;6,1%;joerg@example.org;Tech;AT
Μαρία Παππά;@maria.gr;45.200;3,2%;maria@example.org;Travel;GR
`

interface Rows {
  total: number
  rows: Record<string, unknown>[]
}

/** A workspace in which each command's JSON answer comes back, once it has been done. */
function desk() {
  const folder = temporaryFolder()
  const workspace = ['--workspace', join(folder, 'workspace'), '--json']
  const done = async <Answer = Record<string, unknown>>(...args: string[]): Promise<Answer> => {
    const { code, json, err } = await troupeHere([...args, ...workspace])
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${JSON.stringify(json)} ${err}`)
    return json as Answer
  }
  return { folder, workspace, done, file: (name: string) => join(folder, name) }
}

test("the whole main job on the command line, from an agency's list to a colleague's workspace", { timeout: 60_000 }, async () => {
  const { done, file, folder, workspace } = desk()
  await done('init', '--name', 'Harbour Lane')
  await done('settings', '--name', 'Harbour Lane', '--signer', 'Ruth Falk', '--law', 'Germany', '--address', 'Hafenstr. 1, 20457 Hamburg')

  writeFileSync(file('list.csv'), list)
  const report = await troupe(['import', 'creators', 'list.csv', ...workspace], { cwd: folder })
  expect((report.json as { rows: object }).rows).toEqual({ read: 3, created: 3, updated: 0, unchanged: 0, skipped: 0, rejected: 0 })
  expect((await done<{ rows: object }>('import', 'creators', file('list.csv'))).rows).toMatchObject({ read: 3, created: 0, unchanged: 3 })

  expect(await done('creators', 'list', '--min-engagement', '4.5', '--sort', 'engagement')).toMatchObject({
    total: 2,
    rows: [
      { handle: 'joerg.testet', engagementRate: 6.1, engagementRateBp: 610, tier: 'nano' },
      { handle: 'ana.kocht', engagementRate: 4.5, platform: 'instagram', followers: 12_500 },
    ],
  })
  expect(await done('creators', 'list', '--tier', 'nano,micro', '--max-followers', '20000', '--search', 'kocht')).toMatchObject({
    total: 1,
  })

  await done('clients', 'add', 'Nordlicht Tee', '--currency', 'EUR')
  const campaign = await done<{ id: string }>(
    'campaigns',
    'create',
    'Spring tea',
    '--client',
    'nordlicht tee',
    '--budget',
    '3000',
    '--starts',
    '2026-03-01',
    '--ends',
    '2026-04-30',
  )
  await done(
    'briefs',
    'save',
    'Spring tea',
    '--goal',
    'Make the new blend known',
    '--deliverable',
    '2 instagram reel 2026-04-10',
    '--payment-days',
    '14',
    '--hashtag',
    '#nordlicht',
  )
  expect(await done('campaigns', 'add-creators', 'Spring tea', '@ana.kocht', 'Jörg Özil')).toMatchObject({
    alreadyIn: 0,
    added: [expect.any(String), expect.any(String)],
  })
  await done('campaigns', 'compensation', 'Spring tea', '@ana.kocht', '--model', 'flat fee', '--fee', '450')
  await done('campaigns', 'compensation', 'Spring tea', 'jorg ozil', '--model', 'flat plus', '--fee', '300 EUR', '--rate', '5')
  expect(await done('briefs', 'send', 'Spring tea', '--all')).toMatchObject({ sent: 2 })
  expect(await done('briefs', 'text', 'Spring tea', '@ana.kocht')).toMatchObject({
    body: expect.stringContaining('Make the new blend known'),
  })

  const {
    ids: [contract = ''],
  } = await done<{ ids: string[] }>('contracts', 'create', 'Spring tea', '@ana.kocht')
  await done('contracts', 'render', contract, '--out', file('draft.pdf'))
  expect(readFileSync(file('draft.pdf'), 'latin1').startsWith('%PDF-')).toBe(true)
  expect(await done('contracts', 'sign', contract)).toMatchObject({ status: 'signed by one' })
  expect(await done('contracts', 'countersign', contract, '--signer', 'Ana Martins', '--out', file('signed.pdf'))).toMatchObject({
    status: 'signed by all',
    fileName: 'signed.pdf',
  })
  expect(await done('contracts', 'verify', file('signed.pdf'))).toMatchObject({
    status: 'valid',
    signatures: [
      { signer: 'Ruth Falk', intact: true, trusted: true },
      { signer: 'Ana Martins', intact: true, coversWholeFile: true },
    ],
    alterations: [],
  })
  writeFileSync(file('altered.pdf'), Buffer.concat([readFileSync(file('signed.pdf')), Buffer.from('\n% one more thing\n')]))
  expect(await done('contracts', 'verify', file('altered.pdf'))).toMatchObject({ status: 'altered' })

  // What the signed contract owes is planned already.
  expect(await done('payouts', 'plan', 'Spring tea', '--all')).toMatchObject({ planned: 1, alreadyPlanned: 1 })
  const { rows: due } = await done<Rows>('payouts', 'list', '--creator', '@ana.kocht')
  expect(due).toMatchObject([{ creatorName: 'Ana Martins', amount: { amountMinor: 45_000, currency: 'EUR' }, status: 'planned' }])
  expect(await done('payouts', 'record', String(due[0]?.id), '--paid-on', '2026-04-24')).toMatchObject({ paid: 1 })
  await done(
    'results',
    'add',
    'Spring tea',
    '@ana.kocht',
    '--reach',
    '9000',
    '--likes',
    '410',
    '--clicks',
    '120',
    '--conversions',
    '31',
    '--revenue',
    '1350.00',
  )
  expect(await done('roi', 'Spring tea')).toMatchObject({
    campaignName: 'Spring tea',
    total: { revenue: { amountMinor: 135_000 } },
    rows: expect.arrayContaining([
      expect.objectContaining({
        creatorName: 'Ana Martins',
        measures: expect.objectContaining({ spend: { amountMinor: 45_000, currency: 'EUR' }, roasHundredths: 300, roiBp: 20_000 }),
      }),
    ]),
  })

  expect(await done('media-kit', '@ana.kocht', '--out', file('kit.pdf'))).toMatchObject({ fileName: 'kit.pdf' })
  expect(readFileSync(file('kit.pdf'), 'latin1').startsWith('%PDF-')).toBe(true)
  await done('export', 'creators', '--out', file('roster.csv'))
  expect((await done<{ rows: object }>('import', 'creators', file('roster.csv'))).rows).toMatchObject({
    read: 3,
    unchanged: 3,
    created: 0,
    updated: 0,
  })

  await done('campaigns', 'export', 'Spring tea', '--out', file('spring.troupe'))
  const colleague = ['--workspace', join(folder, 'colleague'), '--json']
  await troupeHere(['init', ...colleague])
  const taken = (await troupeHere(['campaigns', 'import', file('spring.troupe'), ...colleague])).json
  expect(taken).toMatchObject({
    campaignName: 'Spring tea',
    campaignId: campaign.id,
    entryId: expect.any(String),
    untrustedAuthorities: [{ name: 'Harbour Lane', note: expect.stringContaining('Harbour Lane are shown as not trusted') }],
  })
  expect((await troupeHere(['campaigns', 'import', file('spring.troupe'), ...colleague])).json).toMatchObject({ entryId: null })
  const verified = async () => (await troupeHere(['contracts', 'verify', file('signed.pdf'), ...colleague])).json
  expect(await verified()).toMatchObject({ status: 'untrusted', signatures: [{ trusted: false }, { trusted: false }] })
  const { rows: authorities } = (await troupeHere(['contracts', 'authorities', ...colleague])).json as Rows
  expect(authorities).toMatchObject([{ name: 'Harbour Lane', own: false, trusted: false }])
  const fingerprint = String(authorities[0]?.fingerprint)
  const spoken = fingerprint.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:')
  expect((await troupeHere(['contracts', 'trust', spoken, ...colleague])).json).toEqual({ entryId: expect.any(String), fingerprint })
  expect(await verified()).toMatchObject({ status: 'valid' })
  expect((await troupeHere(['contracts', 'distrust', fingerprint.slice(0, 16), ...colleague])).code).toBe(0)
  expect(await verified()).toMatchObject({ status: 'untrusted' })
  expect((await troupeHere(['roi', 'Spring tea', ...colleague])).json).toMatchObject({ total: { revenue: { amountMinor: 135_000 } } })

  expect(await done('backup', '--out', file('backup.zip'))).toMatchObject({ fileName: 'backup.zip', missingFiles: 0 })
  expect(await done('check')).toMatchObject({ ok: true })
  expect(existsSync(file('backup.zip'))).toBe(true)
})
