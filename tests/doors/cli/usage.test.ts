import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { troupe, troupeHere } from '#tests/support/command-line.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

test.each([
  [[]],
  [['nonsense']],
  [['clients']],
  [['clients', 'nonsense']],
  [['clients', 'show']],
  [['clients', 'list', 'surplus']],
  [['clients', 'list', '--unknown']],
  [['clients', 'list', '--search']],
  [['creators', 'list', '--limit', 'many']],
  [['creators', 'list', '--limit=-5']],
  [['creators', 'list', '--min-engagement', 'four']],
  [['creators', 'list', '--tier', 'giant']],
  [['creators', 'list', '--tier', 'nano,giant']],
  [['creators', 'list', '--sort', 'shoe size']],
  [['creators', 'add', 'Ana', '--handle', 'ana']],
  [['payouts', 'list', '--due-by', '2026-02-30']],
  [['contracts', 'create', 'Spring']],
  [['contracts', 'create', 'Spring', '@ana', '--all']],
  [['contracts', 'create', 'Spring', '@ana', '--template', 'insertion-order']],
  [['contracts', 'create', 'Spring', '--all', '--jurisdiction', 'Germany']],
  [['contracts', 'status', '2026-0001', '--status', 'signed by all']],
  [['contracts', 'fulfil', 'an-id']],
  [['contracts', 'remind', '2026-0001', '--never', '--on', '2026-12-01']],
  [['contracts', 'words', '2026-0001', '--of', 'yesterday']],
  [['export', 'creators']],
  [['campaigns', 'compensation', 'Spring', '--all']],
  [['call', 'clients.list', '{"search":']],
  [['call', 'clients.list', '[1]']],
  [['contracts', 'trust']],
  [['contracts', 'trust', 'Harbour Lane']],
  [['contracts', 'distrust', '0123456789abcde']],
  [['init', '--name', ' ']],
  [['serve', '--port', '99999']],
])('%j is wrong usage: exit 2, the reason on standard error, nothing on standard output', async (args) => {
  const { code, out, err } = await troupeHere([...args, ...(args.length > 0 ? ['--workspace', join(temporaryFolder(), 'none')] : [])])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/\S.*\n/)
})

test('an empty folder is none, and never the current one', async () => {
  const cwd = temporaryFolder()
  const refused = { code: 2, out: '', err: expect.stringMatching(/^--workspace takes a folder, and none is named\. /) }
  expect(await troupe(['init', '--workspace', ''], { cwd })).toMatchObject(refused)
  expect(readdirSync(cwd)).toEqual([])
  for (const args of [
    ['info', '--workspace='],
    ['--workspace', ' ', 'info'],
    ['clients', 'list', '--workspace', ''],
  ])
    expect(await troupeHere(args)).toMatchObject(refused)
})

test.each([
  [
    ['results', 'add', 'Spring', '@moali', '--revenue', '0', '--clicks', '-3'],
    '--clicks needs a value; one that begins with a dash is written --clicks=-3.',
  ],
  [['results', 'add', 'Spring', '@moali', '--clicks', '--all'], '--clicks needs a value.'],
  [['clients', 'list', '--search'], '--search needs a value.'],
  [['creators', 'list', '--archived=yes'], '--archived takes no value.'],
  [['clients', 'list', '--unknown'], 'There is no option --unknown here.'],
  [['clients', 'list', '-x'], 'There is no option -x here.'],
  [['creators', 'list', '--limit', '0'], '--limit takes a whole number of 1 or more, not 0.'],
  [['history', '--limit', '501'], '--limit takes a whole number up to 500, not 501.'],
  [['settings', '--payment-days', '366'], '--payment-days takes a whole number up to 365, not 366.'],
  [['export', 'creators', '--out', 'foo.txt'], '--out takes a file that ends in .csv or .xlsx, not "foo.txt".'],
  [['export', 'creators', '--out', 'csv'], '--out takes a file that ends in .csv or .xlsx, not "csv".'],
  [
    ['creators', 'list', '--min-followers', '10', '--max-followers', '5'],
    '--min-followers 10 is more than --max-followers 5, so no creator could fit.',
  ],
  [['creators', 'list', '--ascending', '--descending'], 'Give --ascending or --descending, not both.'],
  [['creators', 'tag', '@ana'], 'At least one of --add, --remove is needed.'],
  [['campaigns', 'update', 'Spring'], 'At least one of --name, --status, --kind, --starts, … is needed.'],
  [['contracts', 'edit', '2026-0001'], 'At least one of --field, --clause, --leave-out, --include, … is needed.'],
  [['results', 'add', 'Spring', '@ana'], 'At least one of --impressions, --reach, --views, --likes, … is needed.'],
  [['clients', 'add', 'X', '--currency', 'XXY'], '--currency takes a currency of ISO 4217 such as EUR, not "XXY".'],
  [['history', '--row', 'zzz'], '--row takes a whole id, not "zzz".'],
  [['match', '--engagement', '200'], '--engagement takes at most 100 %; not "200".'],
  [['media-kit', '@ana', '--out', 'kit.docx'], '--out takes a file that ends in .pdf or .html; not "kit.docx".'],
  [['proposal', '--creators', '@ana', '--out', 'kit'], '--out takes a file that ends in .pdf or .html; not "kit".'],
  [['media-kit', '@ana', '--out', ''], '--out takes a file, and none is named.'],
  [['import', 'creators', ' '], 'FILE names no file.'],
  [['results', 'add', 'Spring', '@moali', '--clicks=-3'], '--clicks takes a whole number, not "-3".'],
])('%j says in one whole sentence: %s', async (args, sentence) => {
  const { code, out, err } = await troupeHere([...args])
  expect({ code, said: err.split(' (BAD_INPUT)\n', 1)[0], out }).toEqual({ code: 2, said: sentence, out: '' })
})

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })

test('amounts and rates beyond their bounds are wrong usage, and nothing is agreed', async () => {
  const workspace = ['--workspace', join(temporaryFolder(), 'workspace')]
  const done = async (...args: string[]) => expect(await troupeHere([...args, ...workspace])).toMatchObject({ code: 0 })
  await done('init')
  await done('clients', 'add', 'Nordlicht Tee', '--currency', 'EUR')
  await done('campaigns', 'create', 'Spring', '--client', 'Nordlicht Tee')
  await done('creators', 'add', 'Mo Ali', '--platform', 'instagram', '--handle', 'moali')
  await done('campaigns', 'add-creators', 'Spring', '@moali')
  const cases = [
    [['flat fee', '--fee', '90071992547409'], '--fee "90071992547409" is too large an amount.'],
    [['flat fee', '--fee=-5'], '--fee takes an amount that is not negative, not "-5".'],
    [['commission', '--rate', '100.01'], '--rate takes a percentage up to 100, not "100.01".'],
    [['ambassador ladder'], '--rung is needed with this model, once for each step.'],
    [['ambassador ladder', '--rung', 'tier 1'], expect.stringMatching(/^--rung is written such as .*; not "tier 1"\.$/)],
    [['ambassador ladder', '--rung', 'price=100'], expect.stringMatching(/^--rung says for whom it is, .*; not "price=100"\.$/)],
    [['ambassador ladder', '--rung', 'followers=1000-'], expect.stringMatching(/^--rung says what a post costs, /)],
    [['performance bonus', '--base', '1', '--bonus', '1', '--every-sales', '0'], '--every-sales takes a whole number of 1 or more, not 0.'],
  ] as const
  for (const [terms, sentence] of cases) {
    const { code, out, err } = await troupeHere(['campaigns', 'compensation', 'Spring', '@moali', '--model', ...terms, ...workspace])
    expect({ code, out, said: err.split(' (BAD_INPUT)\n', 1)[0] }).toEqual({ code: 2, out: '', said: sentence })
  }
  const { json } = await troupeHere(['campaigns', 'show', 'Spring', '--json', ...workspace])
  await done(
    'campaigns',
    'compensation',
    'Spring',
    '@moali',
    '--model',
    'ambassador',
    '--rung',
    'followers=1000-5000; price=100; product=40',
  )
  const high = 'label=Tier 2; followers=5000-; price=500; highest=1,000 EUR; discount=20'
  await done('campaigns', 'compensation', 'Spring', '@moali', '--model', 'ambassador ladder', '--rung', high)
  const { json: agreed } = await troupeHere(['campaigns', 'show', 'Spring', '--json', ...workspace])
  const rung = { label: 'Tier 2', from: 5000, to: null, pricePerPost: euros(50_000), highestPricePerPost: euros(100_000), discountBp: 2000 }
  expect(agreed).toMatchObject({
    collaborations: [{ compensation: { model: 'ambassador ladder', rungs: [{ ...rung, productValue: null }] } }],
  })
  expect(json).toMatchObject({ committedMinor: 0, collaborations: [{ agreedCash: null }] })
})

test('the process says it in the same way, with --json as one document', async () => {
  expect(await troupe(['clients', 'list', '--unknown'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--unknown') })
  const { code, json } = await troupe(['clients', 'list', '--unknown', '--json'])
  expect({ code, json }).toEqual({ code: 2, json: { error: { code: 'BAD_INPUT', message: expect.stringContaining('--unknown') } } })
})

test('help is an answer: every command is listed, and each explains itself', async () => {
  const { code, out } = await troupe(['help'])
  expect(code).toBe(0)
  for (const name of [
    'init',
    'demo',
    'import creators',
    'creators list',
    'contracts verify',
    'campaigns export',
    'media-kit',
    'backup',
    'restore',
    'check',
    'serve',
    'call',
    'help',
  ])
    expect(out).toContain(`\n  ${name}`)
  const explained = await troupeHere(['help', 'creators', 'list'])
  expect(explained).toMatchObject({ code: 0, out: expect.stringContaining('--min-engagement PERCENT'), err: '' })
  expect((await troupeHere(['creators', 'list', '--help'])).out).toBe(explained.out)
  expect(await troupeHere(['help', 'clients'])).toMatchObject({ code: 0, out: expect.stringContaining('clients archive') })
  expect((await troupeHere(['help', 'procedures'])).out.split('\n')).toContain('clients.create')
  expect((await troupeHere(['help', 'nonsense'])).code).toBe(2)
})
