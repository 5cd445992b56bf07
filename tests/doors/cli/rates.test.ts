import { join } from 'node:path'
import { expect, test } from 'vitest'
import { troupeHere } from '#tests/support/command-line.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

test('rates suggest answers with a range, its steps and what to counter, for people and for programs', async () => {
  const folder = join(temporaryFolder(), 'workspace')
  const run = (...args: string[]) => troupeHere([...args, '--workspace', folder])
  await run('init')
  await run('creators', 'add', 'Ana', '--platform', 'instagram', '--handle', 'ana', '--followers', '31623', '--engagement', '3.5')

  const plain = await run('rates', 'suggest', '@ana', '--platform', 'IG', '--currency', 'usd', '--b2b', '--json')
  expect(plain).toMatchObject({
    code: 0,
    err: '',
    json: { basis: 'benchmark', tier: 'micro', low: { amountMinor: 62_500, currency: 'USD' } },
  })
  expect(plain.json).not.toHaveProperty('negotiation')

  const asked = [
    'rates',
    'suggest',
    'Ana',
    '--currency',
    'EUR',
    '--usd-rate',
    '0.92',
    '--usage',
    'paid',
    '--usage-months',
    '3',
    '--ask',
    '500',
  ]
  expect((await run(...asked, '--json')).json).toMatchObject({
    low: { amountMinor: 59_800, currency: 'EUR' },
    negotiation: {
      ask: { amountMinor: 50_000, currency: 'EUR' },
      counter: { amountMinor: 35_000, currency: 'EUR' },
      askLies: 'under the range',
    },
  })
  const { out, code } = await run(...asked)
  expect(code).toBe(0)
  for (const told of [
    'InfluenceFlow 2025 (S1)',
    'Paid usage, 3 months',
    'EUR 350.00 (70 % of the ask)',
    '12 months, one post a month',
    '130%',
  ])
    expect(out).toContain(told)

  const unconverted = await run('rates', 'suggest', 'Ana')
  expect(unconverted.out).toContain('Troupe knows no exchange rate')
  expect(await run('rates', 'suggest', 'Ana', '--usd-rate', 'much', '--json')).toMatchObject({
    code: 2,
    json: { error: { code: 'BAD_INPUT' } },
  })
})
