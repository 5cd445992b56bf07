import { smallAgency } from '#tests/support/thread.ts'
import type { TestWorkspace } from '#tests/support/workspace.ts'

/** An agency whose first creator has a profile, audiences, brands and posts, as other parts of the product write them; the second has
 *  nothing of it. `portrait` are the bytes kept as the portrait. */
export async function richCreator(workspace: TestWorkspace, portrait: Uint8Array, picture: Uint8Array) {
  const { call, engine, ports } = workspace
  const agency = await smallAgency(workspace)
  const [creatorId = '', plainId = ''] = agency.creatorIds
  const now = ports.clock.now()
  const accountId = (await call.creators.show({ id: creatorId })).accounts[0]?.id ?? ''
  await call.creators.update({ id: creatorId, changes: { bio: 'Ana cooks what the market has.', language: 'pt', phone: '+351 1' } })
  await call.creators.setRate({ creatorId, platform: 'instagram', format: 'reel', price: { amountMinor: 45_000, currency: 'EUR' } })
  await call.creators.setRate({ creatorId, platform: 'instagram', format: 'story', price: { amountMinor: 12_000, currency: 'EUR' } })
  await call.creators.addSnapshot({ accountId, takenOn: '2026-08-01', values: { followers: 7000 } })
  const { files, workspace: place } = engine.contextFor('test')
  const shortlistId = ports.newId()
  await place.writer.transact({ procedure: 'test.rich', actor: 'test' }, async (db) => {
    const [portraitId, pictureId] = [await files.put(db, portrait, 'image/png', now), await files.put(db, picture, 'image/png', now)]
    const profile = { languages: '["en"]', formats: '["carousel","reel"]', owner: null, updated_at: now }
    await db
      .insertInto('creator_profile')
      .values({ id: creatorId, portrait_file_id: portraitId, ...profile })
      .execute()
    const brand = { creator_id: creatorId, ended_on: null, url: null, notes: 'Paid 900 under the table', created_at: now }
    await db
      .insertInto('brand_history')
      .values([
        { id: ports.newId(), brand: 'Nordlicht Tee', kind: 'worked with', started_on: '2025-03-01', ...brand },
        { id: ports.newId(), brand: 'Rival & Sons', kind: 'competes', started_on: null, ...brand },
      ])
      .execute()
    const shares = {
      country: { DE: 4210, PT: 3000 },
      age: { '25-34': 4000, '18-24': 3000 },
      gender: { female: 7000, male: 3000 },
      language: { pt: 6000 },
    }
    for (const [taken_on, given] of [
      ['2026-01-01', { country: { FR: 9000 } }],
      ['2026-10-01', shares],
    ] as const)
      await db
        .insertInto('audience')
        .values({ id: ports.newId(), account_id: accountId, taken_on, shares: JSON.stringify(given), source: 'test', created_at: now })
        .execute()
    const sample = { creator_id: creatorId, account_id: accountId, format: 'reel', brand: null, source: 'test', created_at: now }
    const unknown = { likes: null, comments: null, shares: null, saves: null, views: null, is_sponsored: null, posted_on: null }
    await db
      .insertInto('content_sample')
      .values([
        { ...unknown, ...sample, id: ports.newId(), url: 'https://instagram.com/p/weak', file_id: null, caption: 'Weak', likes: 10 },
        {
          ...unknown,
          ...sample,
          id: ports.newId(),
          url: 'javascript:alert(1)',
          file_id: pictureId,
          caption: 'Strong',
          likes: 900,
          saves: 100,
        },
        { ...unknown, ...sample, id: ports.newId(), url: null, file_id: null, caption: 'Unmeasured' },
      ])
      .execute()
    const list = {
      name: 'Breakfast people',
      client_id: agency.clientId,
      campaign_id: null,
      need: null,
      notes: null,
      created_at: now,
      updated_at: now,
    }
    await db
      .insertInto('shortlist')
      .values({ id: shortlistId, ...list })
      .execute()
    const entry = { shortlist_id: shortlistId, created_at: now }
    await db
      .insertInto('shortlist_entry')
      .values([
        { ...entry, id: ports.newId(), creator_id: plainId, position: 1, note: null },
        { ...entry, id: ports.newId(), creator_id: creatorId, position: 0, note: 'Her followers bake at home.' },
      ])
      .execute()
  })
  return { ...agency, creatorId, plainId, shortlistId }
}

/** One collaboration that is done, with a post that is out and its results. */
export async function finishedWork({ call }: TestWorkspace, { collaborationIds }: { collaborationIds: string[] }): Promise<void> {
  const [collaborationId = ''] = collaborationIds
  await call.deliverables.create({ collaborationId, platform: 'instagram', format: 'reel', title: 'Secret launch reel' })
  const posts = await call.deliverables.list({ collaborationId })
  await call.deliverables.update({ ids: posts.map(({ id }) => id), changes: { status: 'posted', postedAt: '2026-11-20T10:00:00.000Z' } })
  await call.measurement.addResult({ collaborationId, reach: 10_000, likes: 400, comments: 100, revenueMinor: 99_900 })
  await call.campaigns.updateCollaborations({ ids: [collaborationId], changes: { stage: 'done' } })
}
