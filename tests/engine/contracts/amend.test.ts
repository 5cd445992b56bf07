import { expect, test } from 'vitest'
import { agencyWithDraft, signByBoth, stepsOf, textOf } from './setup.ts'

async function signedContract() {
  const workspace = await agencyWithDraft()
  const { call, id } = workspace
  await call.contracts.update({
    id,
    fields: { 'law.venue': 'Hamburg', 'exclusivity.category': 'oat drinks' },
    clauses: { approval: { text: 'Drafts go to {{agency.name}}.' } },
  })
  await signByBoth(workspace, id)
  return workspace
}

test('an amendment says which contract it changes, keeps its words, and takes its place once all have signed', async () => {
  const workspace = await signedContract()
  const { call, id, first } = workspace
  await call.campaigns.updateCollaborations({
    ids: [first],
    changes: { compensation: { model: 'flat fee', fee: { amountMinor: 65_000, currency: 'EUR' } } },
  })
  const { id: amendment, number } = await call.contracts.amend({ id })
  expect(await call.contracts.show({ id: amendment })).toMatchObject({
    number,
    status: 'draft',
    amends: { id, number: '2026-0001', status: 'signed by all' },
    term: { startsOn: '2026-12-01', endsOn: '2027-06-15' },
  })
  const text = await textOf(workspace, amendment)
  expect(text).toContain('This agreement changes contract 2026-0001 of 21 November 2026 between the same parties.')
  expect(text).toContain('Drafts go to Harbour Lane GmbH.')
  expect(text).toContain('EUR 650.00 (six hundred fifty euros)')
  expect(await textOf(workspace, id)).toContain('EUR 500.00 (five hundred euros)')
  await expect(call.contracts.amend({ id })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(number) })

  await call.contracts.sign({ id: amendment, signerName: 'Mira Sommer' })
  expect((await call.contracts.show({ id })).status).toBe('signed by all')
  const { entryId } = await call.contracts.countersign({ id: amendment, signerName: 'Ana Martins' })
  expect(await call.contracts.show({ id })).toMatchObject({ status: 'amended', amendedBy: [{ id: amendment, status: 'signed by all' }] })
  expect((await stepsOf(workspace, id)).slice(-3)).toEqual(['completed', 'amendment begun', 'amended'])
  const { rows } = await call.payouts.list({ collaborationId: first })
  expect(rows.map(({ amount }) => amount.amountMinor).toSorted((a, b) => a - b)).toEqual([15_000, 50_000])

  await call.workspace.undo({ entryId: entryId ?? undefined })
  expect((await call.contracts.show({ id })).status).toBe('signed by all')
})

test('only what binds can be amended; what nobody signed is edited instead', async () => {
  const workspace = await agencyWithDraft()
  const { call, id } = workspace
  await expect(call.contracts.amend({ id })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Edit it.') })
  await signByBoth(workspace, id)
  const { id: first } = await call.contracts.amend({ id })
  await call.contracts.setStatus({ ids: [first], status: 'declined' })
  const { id: second } = await call.contracts.amend({ id })
  await signByBoth(workspace, second)
  await expect(call.contracts.amend({ id })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('is amended') })
  const { id: third } = await call.contracts.amend({ id: second })
  expect(await textOf(workspace, third)).toContain('changes contract 2026-0004')
})
