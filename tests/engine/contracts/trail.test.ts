import { expect, test } from 'vitest'
import { addToTrail, brokenStep, trailOf } from '#src/main/engine/contracts/trail.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

test('each step of a trail holds to the one before, and a changed, missing or moved step is found', async () => {
  const { call, engine, ports } = await testWorkspace()
  const { id: clientId } = await call.clients.create({ name: 'Nordlicht', currency: 'EUR' })
  const { id: campaignId } = await call.campaigns.create({ clientId, name: 'Spring' })
  const { id: creatorId } = await call.creators.create({ name: 'Ana' })
  const { added: ids } = await call.campaigns.addCreators({ id: campaignId, creatorIds: [creatorId] })
  const [contractId = ''] = (await call.contracts.create({ collaborationIds: ids })).ids
  const { workspace } = engine.contextFor('test')
  await workspace.writer.transact({ procedure: 'test', actor: 'test' }, async (db) => {
    await db.deleteFrom('contract_event').execute()
    await addToTrail({ ports }, db, contractId, { kind: 'made', actor: 'Mira' })
    await addToTrail({ ports }, db, contractId, { kind: 'sent', actor: 'Mira', detail: { channel: 'mail' } })
    await addToTrail({ ports }, db, contractId, { kind: 'signed', actor: 'Ana', documentHash: 'ab'.repeat(32) })
  })
  const trail = await trailOf(engine.contextFor('test').read, contractId)
  expect(trail.map(({ sequence, kind }) => [sequence, kind])).toEqual([
    [1, 'made'],
    [2, 'sent'],
    [3, 'signed'],
  ])
  expect(brokenStep(trail)).toBeNull()
  const shown = await call.contracts.trail({ id: contractId })
  expect(shown).toMatchObject({
    brokenAt: null,
    steps: [{ kind: 'made' }, { detail: { channel: 'mail' } }, { documentHash: 'ab'.repeat(32) }],
  })
  const forge = (actor: string) =>
    workspace.writer.transact({ procedure: 'test', actor: 'test' }, (db) =>
      db.updateTable('contract_event').set({ actor }).where('sequence', '=', 2).execute(),
    )
  await forge('Eve')
  expect(await call.contracts.trail({ id: contractId })).toMatchObject({ brokenAt: 2 })
  const [made, sent, signed] = trail as [(typeof trail)[0], (typeof trail)[0], (typeof trail)[0]]
  expect(brokenStep([made, { ...sent, actor: 'Eve' }, signed])).toMatchObject({ sequence: 2 })
  expect(brokenStep([made, signed])).toMatchObject({ sequence: 3 })
  expect(brokenStep([made, signed, sent])).toMatchObject({ sequence: 3 })
})
