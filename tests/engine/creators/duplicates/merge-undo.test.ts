import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { png } from '#tests/support/images.ts'
import { contentOfTables } from '#tests/support/tables.ts'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

type Gives = (workspace: TestWorkspace, creatorId: string, campaignIds: string[]) => Promise<unknown>

const accountOf = async ({ call }: TestWorkspace, id: string) => {
  const [known] = (await call.creators.show({ id })).accounts
  if (known) return known.id
  return (await call.creators.addAccount({ creatorId: id, account: { platform: 'tiktok', handle: crypto.randomUUID() } })).id
}

/** What can hang on a creator. */
const things: Record<string, Gives> = {
  facts: ({ call }, id) =>
    call.creators.update({
      id,
      changes: {
        country: 'PT',
        email: `${id}@mail.example`,
        bio: id,
        notes: id,
        niches: ['Food', id],
        tags: [id],
        stage: 'trial',
        language: id,
      },
    }),
  'do not contact': ({ call }, id) => call.creators.update({ id, changes: { doNotContact: true } }),
  'an account with figures': async (workspace, id) =>
    workspace.call.creators.addSnapshot({ accountId: await accountOf(workspace, id), takenOn: '2026-01-01', values: { followers: 5 } }),
  'an audience': async (workspace, id) =>
    workspace.call.audiences.add({ accountId: await accountOf(workspace, id), takenOn: '2026-01-01', shares: { country: { PT: 9000 } } }),
  'a rate': ({ call }, id) =>
    call.creators.setRate({ creatorId: id, platform: null, format: 'reel', price: { amountMinor: id.charCodeAt(35), currency: 'EUR' } }),
  'a profile': ({ call }, id) => call.profiles.update({ creatorId: id, changes: { languages: [id], formats: ['reel'], owner: id } }),
  'a portrait': ({ call, folder, engine }, id) => {
    writeFileSync(join(folder, 'p.png'), png(3, 3))
    return call.profiles.setPortrait({ creatorId: id, file: engine.grants.toRead(join(folder, 'p.png')) })
  },
  'a contact': ({ call }, id) => call.profiles.saveContact({ creatorId: id, kind: 'email', label: null, value: 'same@mail.example' }),
  'a brand': ({ call }, id) =>
    call.profiles.saveBrand({ creatorId: id, brand: 'Oat', kind: 'likes', startedOn: null, endedOn: null, url: null, notes: null }),
  'a post': async (workspace, id) =>
    workspace.call.profiles.saveSample({ creatorId: id, accountId: await accountOf(workspace, id), url: 'https://x.example/p' }),
  work: ({ call }, id, [campaign = '']) => call.campaigns.addCreators({ id: campaign, creatorIds: [id] }),
  'agreed work': async ({ call }, id, [, campaign = '']) => {
    const { added } = await call.campaigns.addCreators({ id: campaign, creatorIds: [id] })
    return added.length > 0 && call.campaigns.updateCollaborations({ ids: added, changes: { notes: 'Agreed' } })
  },
}

test('whatever two or three creators have, undoing their merge gives back every row, and undoing that the merge', async () => {
  const one = fc.uniqueArray(fc.constantFrom(...Object.keys(things)), { maxLength: 9 })
  const workspace = await testWorkspace()
  const { call } = workspace
  const total = async () => (await call.creators.list({})).total
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 2, maxLength: 3 }), fc.boolean(), async (creators, areApart) => {
      const { id: clientId } = await call.clients.create({ name: 'Nordlicht' })
      const campaigns = [await call.campaigns.create({ name: 'A', clientId }), await call.campaigns.create({ name: 'B', clientId })].map(
        ({ id }) => id,
      )
      const ids: string[] = []
      for (const [at, given] of creators.entries()) {
        const { id } = await call.creators.create({ name: `Creator ${at}` })
        for (const name of given.toSorted((a) => (a === 'do not contact' ? 1 : -1))) await things[name]?.(workspace, id, campaigns)
        ids.push(id)
      }
      const { id: bystander } = await call.creators.create({ name: 'Bystander' })
      if (areApart) for (const id of ids) await call.duplicates.keepApart({ oneId: id, otherId: bystander })
      const [before, all] = [contentOfTables(workspace), await total()]
      const [keepId = '', ...otherIds] = ids
      const merged = await call.duplicates.merge({ keepId, otherIds }).catch((error: { code: string }) => error.code)
      const isRefused = creators.filter((given) => given.includes('agreed work')).length > 1
      expect(typeof merged === 'string' ? merged : null).toBe(isRefused ? 'CONFLICT' : null)
      expect(await total()).toBe(isRefused ? all : all - otherIds.length)
      const after = contentOfTables(workspace)
      // What was refused left nothing to take back.
      const undone = typeof merged === 'string' ? { entryId: null } : await call.workspace.undo({ entryId: merged.entryId ?? '' })
      expect(contentOfTables(workspace)).toEqual(before)
      expect(await total()).toBe(all)
      if (undone.entryId !== null) await call.workspace.undo({ entryId: undone.entryId })
      expect(contentOfTables(workspace)).toEqual(after)
    }),
    { numRuns: 10 },
  )
  expect((await call.workspace.check({})).findings.filter(({ area }) => area === 'search')).toEqual([])
})
