import { join } from 'node:path'
import { expect, test } from 'vitest'
import { troupe } from '#tests/support/command-line.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

test('a contact is written down, a check-in set, and both are shown; a program has tiers', async () => {
  const folder = join(temporaryFolder(), 'workspace')
  const run = (...args: string[]) => troupe([...args, '--workspace', folder])
  await run('init')
  await run('creators', 'add', 'Ana', '--platform', 'instagram', '--handle', 'ana', '--followers', '8200')
  await run('relationship', 'check-in', '@ana', '--every', '14')
  const logged = await run('relationship', 'log', '@ana', '--kind', 'call', '--on', '2026-01-10', '--words', 'Plans for spring')
  expect(logged).toMatchObject({ code: 0, out: 'Written down.\n' })
  const shown = await run('relationship', 'show', '@ana', '--json')
  expect(shown.json).toMatchObject({
    lastContactOn: '2026-01-10',
    checkIn: { everyDays: 14 },
    log: [{ kind: 'call', words: 'Plans for spring' }],
  })
  const due = await run('relationship', 'due')
  expect(due.out).toMatch(/check-in\s+Ana/)
  expect((await run('relationship', 'check-in', '@ana', '--every', '14', '--never')).code).toBe(2)

  await run('clients', 'add', 'Oat')
  await run('campaigns', 'create', 'Friends', '--client', 'Oat', '--kind', 'community')
  await run('programs', 'tiers', 'Friends', '--rung', 'label=Tier 1; followers=1000-5000; price=100; product=40', '--currency', 'EUR')
  const program = await run('programs', 'show', 'Friends', '--json')
  expect(program.json).toMatchObject({
    tiers: [{ label: 'Tier 1', from: 1000, to: 5000, productValue: { amountMinor: 4000 } }],
    members: [],
  })
})
