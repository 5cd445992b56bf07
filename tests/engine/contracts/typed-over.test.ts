import { expect, test } from 'vitest'
import { agencyWithDraft, signByBoth } from './setup.ts'

const typedPay = 'The Agency pays the Creator EUR 5.00 on 1 May.'

test('nothing is planned from a clause that was typed over; somebody has to read it', async () => {
  const workspace = await agencyWithDraft()
  const { call, id } = workspace
  await call.contracts.update({ id, clauses: { compensation: { text: typedPay }, law: { text: 'As the law has it.' } } })
  const warnings = await signByBoth(workspace, id)
  const rows = await call.contracts.obligations({ contractId: id })
  expect(rows.filter(({ clauseId }) => clauseId === 'compensation')).toMatchObject([
    {
      kind: 'typedOver',
      what: expect.stringMatching(/^Read clause \d+, “Compensation and payment”: its words were typed over$/),
      dueOn: null,
      amount: null,
      payoutId: null,
    },
  ])
  expect(rows.map(({ kind }) => kind)).not.toContain('payment')
  expect(rows.filter(({ kind }) => kind === 'typedOver')).toHaveLength(1)
  expect((await call.payouts.list({})).rows).toEqual([])
  expect(warnings).toContainEqual(expect.stringMatching(/^Nothing was planned from clause \d+, “Compensation and payment”: its words/))
  // What the other clauses say is planned as ever.
  expect(await call.deliverables.list({})).toHaveLength(1)
})

test('days that depend on deliverables that were typed over are not known', async () => {
  const workspace = await agencyWithDraft()
  const { call, id } = workspace
  await call.contracts.update({ id, clauses: { deliverables: { text: 'One reel on 1 May.' } } })
  await signByBoth(workspace, id)
  expect(await call.deliverables.list({})).toEqual([])
  const rows = await call.contracts.obligations({ contractId: id })
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['typedOver', 'usage', 'disclosure', 'payment']))
  expect(rows.filter(({ kind }) => ['draft', 'approval', 'deliverable', 'live'].includes(kind))).toEqual([])
  expect(rows.filter(({ kind }) => ['usage', 'disclosure'].includes(kind)).map(({ dueOn }) => dueOn)).toEqual([null, null])
})

test('the library’s own words, kept as an edit, are read as ever', async () => {
  const workspace = await agencyWithDraft()
  const { call, id } = workspace
  const { clauses } = await call.contracts.show({ id })
  await call.contracts.update({ id, clauses: { compensation: { text: clauses.find((one) => one.id === 'compensation')?.text ?? '' } } })
  await signByBoth(workspace, id)
  expect((await call.contracts.obligations({ contractId: id })).map(({ kind }) => kind)).toContain('payment')
})

test('a clause whose terms were typed over is one to look at', async () => {
  const { call, id } = await agencyWithDraft()
  const looked = async () => {
    const [answer] = await call.contracts.checks({ ids: [id] })
    return answer?.checks.filter(({ message }) => message.includes('typed over')) ?? []
  }
  const text = 'As both see fit.'
  await call.contracts.update({ id, clauses: { law: { text }, 'late-delivery': { text } } })
  expect(await looked()).toEqual([])
  await call.contracts.update({ id, clauses: { licence: { text }, exclusivity: { text }, compensation: { text }, schedule: { text } } })
  const found = await looked()
  expect(found.map(({ level, field }) => [level, field])).toEqual(Array.from({ length: 4 }, () => ['warning', null]))
  expect(found.map(({ message }) => message)).toEqual(
    expect.arrayContaining(
      ['Schedule', 'Compensation and payment', 'Reposting (organic use)', 'Exclusivity'].map(
        (heading) => `The clause “${heading}” was typed over, so its terms are not checked.`,
      ),
    ),
  )
})
