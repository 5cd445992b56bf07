import { describe, expect, test } from 'vitest'
import { canBecome, statusOn, type Status } from '#src/main/engine/contracts/status-rules.ts'
import { ContractStatus } from '#src/shared/contract/contracts.ts'
import { agencyWithDraft, signByBoth, stepsOf, textOf } from './setup.ts'

function on(status: string, today: string): Status {
  return statusOn({ status, ends_on: '2027-06-30' }, today)
}

describe('the states of a contract', () => {
  test('lead where they should and nowhere else', () => {
    const steps = Object.fromEntries(
      ContractStatus.options.map((from) => [from, ContractStatus.options.filter((to) => canBecome(from, to))]),
    ) as Record<Status, Status[]>
    expect(steps).toEqual({
      draft: ['internal approval', 'sent', 'declined'],
      'internal approval': ['draft', 'sent', 'declined'],
      sent: ['draft', 'expired', 'terminated', 'declined'],
      'signed by one': ['sent', 'expired', 'terminated', 'declined'],
      'signed by all': ['terminated'],
      amended: ['terminated'],
      expired: [],
      terminated: [],
      declined: ['draft'],
    })
  })

  test('only what binds expires of its own accord, on the day after its last', () => {
    expect([on('signed by all', '2027-06-30'), on('signed by all', '2027-07-01')]).toEqual(['signed by all', 'expired'])
    expect(on('amended', '2027-07-01')).toBe('expired')
    expect(on('sent', '2028-01-01')).toBe('sent')
    expect(statusOn({ status: 'signed by all', ends_on: null }, '2099-01-01')).toBe('signed by all')
  })
})

test('approval, sending and taking back are steps of the trail, each undone on its own', async () => {
  const workspace = await agencyWithDraft()
  const { call, ids, id } = workspace
  await call.contracts.setStatus({ ids, status: 'internal approval', note: 'Please look at the fee' })
  await expect(call.contracts.update({ id, fields: { 'law.venue': 'Hamburg' } })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect((await call.contracts.list({ status: 'internal approval' })).map((row) => row.id).toSorted()).toEqual([...ids].toSorted())
  const sent = await call.contracts.setStatus({ ids, status: 'sent' })
  expect(sent.warnings).toContain('2026-0001: Venue is not known yet; the contract shows a marked blank.')
  expect(await call.contracts.show({ id })).toMatchObject({
    status: 'sent',
    sentAt: expect.any(String),
    versions: [{ number: 1, origin: 'agency' }],
  })
  expect(await stepsOf(workspace, id)).toEqual(['made', 'approval asked', 'approved', 'sent'])
  await call.contracts.setStatus({ ids: [id], status: 'draft', note: 'Wrong venue' })
  expect(await call.contracts.show({ id })).toMatchObject({ status: 'draft', sentAt: null })
  // Sending both can no longer be undone as one: one of them was taken back since.
  await expect(call.workspace.undo({ entryId: sent.entryId ?? undefined })).rejects.toMatchObject({ code: 'UNDO_CONFLICT' })
  await call.workspace.undo({})
  expect((await call.contracts.show({ id })).status).toBe('sent')
  await call.workspace.undo({ entryId: sent.entryId ?? undefined })
  expect(await stepsOf(workspace, id)).toEqual(['made', 'approval asked'])
  expect((await call.contracts.show({ id })).versions).toEqual([])
})

test('a selection changes as a whole or not at all', async () => {
  const { call, ids, id, otherId } = await agencyWithDraft()
  await call.contracts.setStatus({ ids: [id], status: 'declined' })
  await expect(call.contracts.setStatus({ ids, status: 'sent' })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'Contract 2026-0001 is declined and cannot become sent; nothing was changed.',
  })
  expect((await call.contracts.show({ id: otherId })).status).toBe('draft')
  expect((await call.contracts.setStatus({ ids: [id], status: 'declined' })).entryId).toBeNull()
})

test('what was sent stays what was sent, whatever becomes of the records; a draft again follows them', async () => {
  const workspace = await agencyWithDraft()
  const { call, id, first, campaignId } = workspace
  await call.contracts.setStatus({ ids: [id], status: 'sent' })
  const sent = await textOf(workspace, id)
  await call.campaigns.update({ id: campaignId, changes: { name: 'Summer breakfast' } })
  await call.campaigns.updateCollaborations({
    ids: [first],
    changes: { compensation: { model: 'flat fee', fee: { amountMinor: 90_000, currency: 'EUR' } } },
  })
  expect(await textOf(workspace, id)).toBe(sent)
  const fee = (await call.contracts.show({ id })).fields.find(({ name }) => name === 'compensation.description')
  expect(fee).toMatchObject({ value: 'A flat fee of EUR 500.00 (five hundred euros)', source: 'collaboration' })
  await call.contracts.setStatus({ ids: [id], status: 'draft' })
  expect(await textOf(workspace, id)).toContain('EUR 900.00 (nine hundred euros)')
})

test('what the agency signed first stays signed when it goes out', async () => {
  const workspace = await agencyWithDraft()
  const { call, id } = workspace
  await call.contracts.sign({ id, signerName: 'Mira Sommer' })
  await call.contracts.setStatus({ ids: [id], status: 'sent' })
  expect(await call.contracts.show({ id })).toMatchObject({ status: 'signed by one', sentAt: expect.any(String) })
  expect((await call.contracts.setStatus({ ids: [id], status: 'sent' })).entryId).toBeNull()
  await call.contracts.countersign({ id, signerName: 'Ana Martins' })
  await expect(call.contracts.setStatus({ ids: [id], status: 'declined' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await call.contracts.setStatus({ ids: [id], status: 'terminated', note: 'By both, after a talk' })
  expect((await stepsOf(workspace, id)).slice(-2)).toEqual(['completed', 'terminated'])
})

test('a signed contract knows its last day, is expired after it, and stands in the day’s page before it', async () => {
  const workspace = await agencyWithDraft({ templateId: 'ambassador' })
  const { call, id } = workspace
  expect((await call.contracts.show({ id })).term).toEqual({
    startsOn: '2026-12-01',
    endsOn: '2027-11-30',
    noticeOn: '2027-10-31',
    remindOn: '2027-10-17',
  })
  expect(await textOf(workspace, id)).toContain('for 12 months, from 1 December 2026 to 30 November 2027')
  await call.contracts.update({ id, fields: { 'term.months': '6' } })
  expect((await call.contracts.show({ id })).term.endsOn).toBe('2027-05-31')
  await call.contracts.update({ id, endsOn: '2027-08-31' })
  expect(await textOf(workspace, id)).toContain('to 31 August 2027')
  await call.contracts.update({ id, endsOn: null, fields: { 'term.months': null } })
  await signByBoth(workspace, id)
  expect(await call.contracts.show({ id })).toMatchObject({ startsOn: '2026-12-01', endsOn: '2027-11-30' })
  const ending = async (on: string) =>
    (await call.workspace.today({ on })).items.filter(({ kind }) => kind === 'contract ends').map(({ column, dueOn }) => [column, dueOn])
  expect(await ending('2027-10-09')).toEqual([])
  expect(await ending('2027-10-10')).toEqual([['next seven days', '2027-10-17']])
  expect(await ending('2027-10-20')).toEqual([['overdue', '2027-10-17']])
  expect(await ending('2027-12-01')).toEqual([])
  await call.contracts.remind({ ids: [id], on: '2027-11-15' })
  expect(await ending('2027-10-20')).toEqual([])
  expect(await ending('2027-11-15')).toEqual([['today', '2027-11-15']])
  await call.contracts.remind({ ids: [id], on: null })
  expect(await ending('2027-11-15')).toEqual([])
})

test('the campaign and the list tell the same state on the same day', async () => {
  const workspace = await agencyWithDraft({}, '2028-01-01')
  const { call, id, campaignId } = workspace
  await signByBoth(workspace, id)
  // The posts were due in 2026, and six months of use after that were over long ago.
  expect((await call.contracts.list({ status: 'expired' })).map((row) => row.id)).toEqual([id])
  const { collaborations, contractsSigned } = await call.campaigns.show({ id: campaignId })
  expect(collaborations.find(({ contract }) => contract?.id === id)?.contract?.status).toBe('expired')
  expect(contractsSigned).toBe(1)
  await expect(call.contracts.amend({ id })).rejects.toMatchObject({ code: 'CONFLICT' })
})
