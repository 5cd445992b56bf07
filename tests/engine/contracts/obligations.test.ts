import { expect, test } from 'vitest'
import { workingDaysBefore } from '#src/main/engine/contracts/obligations/working-days.ts'
import { agencyWithDraft, signByBoth, type Agency } from './setup.ts'

const eur = (major: number) => ({ amountMinor: major * 100, currency: 'EUR' })

async function obligationsOf({ call }: Agency, contractId: string) {
  return (await call.contracts.obligations({ contractId })).map(({ kind, party, dueOn, amount }) => [
    kind,
    party,
    dueOn,
    amount?.amountMinor ?? null,
  ])
}

test('nothing is owed before all have signed; then it is clear what, by whom and when', async () => {
  const workspace = await agencyWithDraft()
  const { call, id } = workspace
  await call.contracts.update({ id, fields: { 'exclusivity.category': 'oat drinks' } })
  await call.contracts.sign({ id, signerName: 'Mira Sommer' })
  expect(await obligationsOf(workspace, id)).toEqual([])
  const { entryId } = await call.contracts.countersign({ id, signerName: 'Ana Martins' })
  expect(await obligationsOf(workspace, id)).toEqual([
    ['draft', 'creator', '2026-12-10', null],
    ['approval', 'agency', '2026-12-15', null],
    ['deliverable', 'creator', '2026-12-15', null],
    ['disclosure', 'creator', '2026-12-15', null],
    ['payment', 'agency', '2026-12-29', 50_000],
    ['exclusivity', 'creator', '2027-01-14', null],
    ['live', 'creator', '2027-03-15', null],
    ['usage', 'agency', '2027-06-15', null],
  ])
  const rows = await call.contracts.obligations({ contractId: id })
  expect(rows.map(({ what }) => what)).toEqual([
    'Send the draft of 1 × Instagram reel, so that it can be approved in time',
    'Answer the draft of 1 × Instagram reel within 3 working days',
    'Publish 1 × Instagram reel',
    'Mark every post with #ad',
    'Pay EUR 500.00',
    'Last day of exclusivity: oat drinks',
    'Keep 1 × Instagram reel public until this day',
    'Last day on which the content may be reposted: the Brand’s own social accounts and website',
  ])
  expect(rows[0]).toMatchObject({ partyName: 'Ana Martins', contractNumber: '2026-0001', clauseId: 'approval' })
  await call.workspace.undo({ entryId: entryId ?? undefined })
  expect(await obligationsOf(workspace, id)).toEqual([])
  expect(await call.deliverables.list({})).toEqual([])
  expect((await call.payouts.list({})).rows).toEqual([])
})

test('they feed deliverables and payouts, and double nothing that is planned there', async () => {
  const workspace = await agencyWithDraft()
  const { call, id, otherId, collaborationIds } = workspace
  const [, other = ''] = collaborationIds
  await call.briefs.send({ collaborationIds: [other] })
  await call.payouts.plan({ collaborationIds: [other] })
  await signByBoth(workspace, id)
  await signByBoth(workspace, otherId)
  for (const collaborationId of collaborationIds) {
    const posts = await call.deliverables.list({ collaborationId })
    expect(posts.map(({ title, dueOn, status }) => [title, dueOn, status])).toEqual([['Instagram reel', '2026-12-15', 'planned']])
    const { rows } = await call.payouts.list({ collaborationId })
    expect(rows.map(({ amount, dueOn }) => [amount.amountMinor, dueOn])).toEqual([[50_000, '2026-12-29']])
  }
})

test('a post or a payout says itself that it is done; the rest is marked by hand', async () => {
  const workspace = await agencyWithDraft()
  const { call, id } = workspace
  await signByBoth(workspace, id)
  const open = async () => (await call.contracts.obligations({ contractId: id, openOnly: true })).map(({ kind }) => kind)
  const all = await call.contracts.obligations({ contractId: id })
  const idOf = (kind: string) => all.find((one) => one.kind === kind)
  await call.deliverables.update({ ids: [idOf('deliverable')?.deliverableId ?? ''], changes: { status: 'in review' } })
  expect(await open()).not.toContain('draft')
  expect(await open()).toContain('approval')
  await call.deliverables.update({
    ids: [idOf('deliverable')?.deliverableId ?? ''],
    changes: { status: 'posted', postedAt: '2026-12-14T10:00:00Z' },
  })
  await call.payouts.record({ ids: [idOf('payment')?.payoutId ?? ''], paidOn: '2026-12-20' })
  const done = await call.contracts.obligations({ contractId: id })
  expect(done.find(({ kind }) => kind === 'deliverable')?.doneOn).toBe('2026-12-14')
  expect(done.find(({ kind }) => kind === 'payment')?.doneOn).toBe('2026-12-20')
  await call.contracts.markObligations({ ids: [idOf('usage')?.id ?? ''], doneOn: '2027-06-15' })
  expect(await open()).toEqual(['disclosure', 'exclusivity', 'live'])
  await expect(call.contracts.markObligations({ ids: [idOf('payment')?.id ?? ''], doneOn: '2026-12-20' })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('payout is paid'),
  })
  await call.contracts.markObligations({ ids: [idOf('usage')?.id ?? ''], doneOn: null })
  expect(await open()).toContain('usage')
  await call.contracts.setStatus({ ids: [id], status: 'terminated' })
  expect(await open()).toEqual([])
})

test('the right to repost that ends stands in the day’s page until somebody has seen to it', async () => {
  const workspace = await agencyWithDraft()
  const { call, id } = workspace
  await signByBoth(workspace, id)
  const due = async (on: string) =>
    (await call.workspace.today({ on })).items.filter(({ kind }) => kind === 'obligation due').map(({ title, column }) => [title, column])
  const use = 'Last day on which the content may be reposted: the Brand’s own social accounts and website'
  expect(await due('2027-06-01')).toEqual([])
  expect(await due('2027-06-10')).toEqual([[use, 'next seven days']])
  const row = (await call.contracts.obligations({ contractId: id })).find(({ kind }) => kind === 'usage')
  await call.contracts.markObligations({ ids: [row?.id ?? ''], doneOn: '2027-06-10' })
  expect(await due('2027-06-10')).toEqual([])
})

test('a retainer is paid month by month, and what depends on results is settled', async () => {
  const workspace = await agencyWithDraft()
  const { call, first } = workspace
  await call.campaigns.updateCollaborations({
    ids: [first],
    changes: { compensation: { model: 'retainer plus commission', retainerPerMonth: eur(1000), rateBp: 300 } },
  })
  const {
    ids: [id = ''],
  } = await call.contracts.create({ collaborationIds: [first], templateId: 'ambassador' })
  await signByBoth(workspace, id)
  const rows = await obligationsOf(workspace, id)
  expect(rows.filter(([kind]) => kind === 'payment')).toEqual([
    ['payment', 'agency', '2027-01-14', 100_000],
    ['payment', 'agency', '2027-02-14', 100_000],
  ])
  const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
  expect(rows.filter(([kind]) => kind === 'results')).toEqual(months.map((month) => ['results', 'agency', `2027-${month}-14`, null]))
  expect(rows.filter(([kind]) => ['notice', 'term', 'confidentiality'].includes(String(kind)))).toEqual([
    ['notice', 'both', '2027-10-31', null],
    ['term', 'both', '2027-11-30', null],
    ['confidentiality', 'both', '2029-11-30', null],
  ])
})

test.each([
  ['2027-01-15', '2028-01-14', 13, '2028-02-14'],
  ['2027-01-15', '2027-01-20', 1, '2027-02-14'],
  ['2027-01-31', '2999-12-31', 120, '2037-01-14'],
])('results are settled once for each calendar month from %s to %s: %i times', async (startsOn, endsOn, count, last) => {
  const { call, first, ...workspace } = await agencyWithDraft()
  await call.campaigns.updateCollaborations({ ids: [first], changes: { compensation: { model: 'commission', rateBp: 1000 } } })
  const {
    ids: [id = ''],
  } = await call.contracts.create({ collaborationIds: [first], templateId: 'ambassador' })
  await call.contracts.update({ id, startsOn, endsOn })
  await signByBoth({ call }, id)
  const settled = (await obligationsOf({ call, first, ...workspace }, id)).filter(([kind]) => kind === 'results')
  expect(settled).toHaveLength(count)
  expect(settled.at(0)?.[2]).toBe('2027-02-14')
  expect(settled.at(-1)?.[2]).toBe(last)
})

test('a gift is sent, content is handed over, an add-on is paid, a promise of silence ends', async () => {
  const workspace = await agencyWithDraft()
  const { call, first, collaborationIds } = workspace
  const [, second = ''] = collaborationIds
  await call.campaigns.updateCollaborations({ ids: [second], changes: { compensation: { model: 'gifting', productValue: eur(200) } } })
  const sign = async (collaborationId: string, templateId: string, fields = {}) => {
    const {
      ids: [id = ''],
    } = await call.contracts.create({ collaborationIds: [collaborationId], templateId })
    await call.contracts.update({ id, fields })
    await signByBoth(workspace, id)
    return obligationsOf(workspace, id)
  }
  const gift = await sign(second, 'gifting-only')
  expect(gift[0]).toEqual(['product', 'agency', '2026-12-01', null])
  expect(gift.map(([kind]) => kind)).not.toContain('payment')
  const silence = await sign(first, 'nda')
  expect(silence).toEqual([['confidentiality', 'both', '2029-11-21', null]])
  const { collaborations } = await call.campaigns.show({ id: workspace.campaignId })
  expect(collaborations.find(({ id }) => id === first)?.stage).not.toBe('contracted')
  expect((await sign(first, 'ugc-only')).map(([kind]) => kind)).toContain('handOver')
  const extra = await sign(first, 'whitelisting', { 'addOn.fee': '150,00 EUR (einhundertfünfzig Euro)' })
  expect(extra.filter(([kind]) => kind === 'addOnFee' || kind === 'paidUse')).toEqual([
    ['paidUse', 'agency', '2027-01-14', null],
    ['addOnFee', 'agency', null, 15_000],
  ])
  const { rows } = await call.payouts.list({ collaborationId: first })
  expect(rows.map(({ amount }) => amount.amountMinor).toSorted((a, b) => a - b)).toEqual([15_000, 50_000])
})

test('money that no longer agrees is not planned, and the signature stands', async () => {
  const workspace = await agencyWithDraft()
  const { call, id, otherId, collaborationIds } = workspace
  const [first = '', other = ''] = collaborationIds
  await call.contracts.sign({ id, signerName: 'Mira Sommer' })
  await call.campaigns.updateCollaborations({ ids: [first], changes: { compensation: { model: 'flat fee', fee: eur(700) } } })
  const complete = await call.contracts.countersign({ id, signerName: 'Ana Martins' })
  expect(complete).toMatchObject({
    status: 'signed by all',
    warnings: ['No payout was planned: what was agreed with the creator is no longer what the contract says.'],
  })
  await call.campaigns.updateCollaborations({ ids: [other], changes: { compensation: null } })
  await call.payouts.create({ collaborationId: other, description: 'Earlier', amount: { amountMinor: 100, currency: 'USD' } })
  await call.campaigns.updateCollaborations({ ids: [other], changes: { compensation: { model: 'flat fee', fee: eur(500) } } })
  const warnings = await signByBoth(workspace, otherId)
  expect(warnings.some((one) => one.startsWith('No payout was planned: '))).toBe(true)
  expect((await call.payouts.list({})).rows.map(({ amount }) => amount.currency)).toEqual(['USD'])
})

test('working days leave out Saturdays and Sundays', () => {
  expect(workingDaysBefore('2026-12-15', 3)).toBe('2026-12-10')
  expect(workingDaysBefore('2026-12-14', 1)).toBe('2026-12-11')
  expect(workingDaysBefore('2026-12-13', 1)).toBe('2026-12-11')
  expect(workingDaysBefore('2026-12-13', 0)).toBe('2026-12-13')
})
