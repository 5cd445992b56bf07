import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentOfTables } from '#tests/support/tables.ts'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

type Call = TestWorkspace['call']
type Pick = <Item>(items: readonly Item[]) => Item | undefined
/** One change by a procedure of the contract; null where there is nothing it could be done to yet. */
type Change = (call: Call, pick: Pick, text: string) => Promise<unknown>

const creatorIds = async (call: Call) => call.creators.ids({})
const someCreator = async (call: Call, pick: Pick) => pick(await creatorIds(call))
const someCampaign = async (call: Call, pick: Pick) => pick(await call.campaigns.list({}))?.id
const someAccount = async (call: Call, pick: Pick) => {
  const id = await someCreator(call, pick)
  return id && pick((await call.creators.show({ id })).accounts)?.id
}
const someCollaboration = async (call: Call, pick: Pick) => {
  const id = await someCampaign(call, pick)
  return id && pick((await call.campaigns.show({ id })).collaborations)?.id
}

const changes: Record<string, Change> = {
  'add a creator': (call, _, text) =>
    call.creators.create({
      name: text,
      bio: text,
      niches: ['food'],
      accounts: [{ platform: 'instagram', handle: `h${crypto.randomUUID()}`, values: { followers: 10 } }],
    }),
  'rename a creator': async (call, pick, text) =>
    (await someCreator(call, pick)) &&
    call.creators.update({ id: (await someCreator(call, pick)) ?? '', changes: { name: text, notes: text } }),
  'add an account': async (call, pick) => {
    const creatorId = await someCreator(call, pick)
    return creatorId && call.creators.addAccount({ creatorId, account: { platform: 'tiktok', handle: `t${crypto.randomUUID()}` } })
  },
  'add figures': async (call, pick) => {
    const accountId = await someAccount(call, pick)
    return accountId && call.creators.addSnapshot({ accountId, takenOn: '2026-10-01', values: { followers: 500, avgLikes: 7 } })
  },
  'set a price': async (call, pick) => {
    const creatorId = await someCreator(call, pick)
    return creatorId && call.creators.setRate({ creatorId, platform: null, format: 'reel', price: { amountMinor: 100, currency: 'EUR' } })
  },
  'tag everybody': async (call, _, text) => {
    const ids = await creatorIds(call)
    return ids.length > 0 && call.creators.tag({ ids, add: [`tag ${text}`] })
  },
  'archive somebody': async (call, pick) => {
    const id = await someCreator(call, pick)
    return id && call.creators.setArchived({ ids: [id], archived: true })
  },
  'add a client and a campaign': async (call, _, text) => {
    const { id } = await call.clients.create({ name: text })
    return call.campaigns.create({ clientId: id, name: text })
  },
  'put creators into a campaign': async (call, pick) => {
    const [id, ids] = [await someCampaign(call, pick), await creatorIds(call)]
    return id && ids.length > 0 && call.campaigns.addCreators({ id, creatorIds: ids })
  },
  'write the brief': async (call, pick, text) => {
    const campaignId = await someCampaign(call, pick)
    return campaignId && call.briefs.save({ campaignId, changes: { goal: text, keyMessages: [text] } })
  },
  'plan a post and a payout': async (call, pick) => {
    const collaborationId = await someCollaboration(call, pick)
    if (!collaborationId) return null
    await call.deliverables.create({ collaborationId, platform: 'instagram', format: 'reel', title: 'A reel', dueOn: '2026-12-01' })
    return call.payouts.create({ collaborationId, description: 'Fee', amount: { amountMinor: 5000, currency: 'EUR' } })
  },
  'take a collaboration out, with all that hangs on it': async (call, pick) => {
    const id = await someCollaboration(call, pick)
    return id && call.campaigns.removeCollaborations({ ids: [id] }).catch((error: unknown) => error)
  },
  'change the settings': (call, _, text) => call.workspace.updateSettings({ changes: { agency: { name: text } }, name: text }),
}

const Step = fc.record({
  name: fc.constantFrom(...Object.keys(changes)),
  at: fc.nat(1000),
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ''),
})

/** The entries that are in effect, newest first. */
const entriesInEffect = async (call: Call) =>
  (await call.workspace.history({ limit: 500 })).filter(
    ({ undoes, undoneBy, procedure }) => !undoes && !undoneBy && procedure !== 'workspace.init',
  )

/** Stands for a state nobody has looked at. */
const unseen: Record<string, string[]> = {}

test('whatever was done, undoing it step by step gives back every state before, and undoing the undos every state after', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const workspace = await testWorkspace()
      const { call } = workspace
      const states = [contentOfTables(workspace)]
      for (const { name, at, text } of steps) {
        const before = (await entriesInEffect(call)).length
        await changes[name]?.(call, (items) => items[at % Math.max(1, items.length)], text)
        // A step can be several changes, whose states in between are only seen on the way back.
        const made = (await entriesInEffect(call)).length - before
        for (let missing = 1; missing < made; missing++) states.push(unseen)
        if (made > 0) states.push(contentOfTables(workspace))
      }
      const undone: string[] = []
      const seen: Record<string, string[]>[] = []
      for (const expected of states.slice(0, -1).toReversed()) {
        const { entryId } = await call.workspace.undo({})
        undone.push(entryId ?? '')
        seen.push(expected === unseen ? unseen : contentOfTables(workspace))
      }
      expect(seen).toEqual(states.slice(0, -1).toReversed())
      await expect(call.workspace.undo({})).rejects.toMatchObject({ code: 'NOT_FOUND' })
      expect(await call.workspace.check({})).toMatchObject({ ok: true })
      for (const entryId of undone.toReversed()) await call.workspace.undo({ entryId })
      expect(contentOfTables(workspace)).toEqual(states.at(-1))
      expect(await call.workspace.check({})).toMatchObject({ ok: true, findings: [] })
      await workspace.engine.close()
    }),
    { numRuns: 8 },
  )
}, 120_000)
