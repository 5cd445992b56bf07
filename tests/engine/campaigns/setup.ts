import type { TestWorkspace } from '#tests/support/workspace.ts'

type Call = TestWorkspace['call']

/** A client with one campaign, in euros. */
export async function openCampaign(
  call: Call,
  fields: Partial<Parameters<Call['campaigns']['create']>[0]> = {},
): Promise<{ clientId: string; campaignId: string }> {
  const { id: clientId } = await call.clients.create({ name: 'Nordlicht Tee', currency: 'EUR' })
  const { id: campaignId } = await call.campaigns.create({ clientId, name: 'Herbstlese', ...fields })
  return { clientId, campaignId }
}

/** Creators put straight into the workspace, each with one account and one snapshot, because these tests are not about making creators. */
export async function addRoster(
  { engine, ports }: TestWorkspace,
  names: readonly string[],
  { followers = 8_000, likes = 360, comments = 40 } = {},
): Promise<string[]> {
  const ids = names.map(() => ports.newId())
  const now = ports.clock.now()
  await engine.contextFor('test').workspace.writer.transact({ procedure: 'test', actor: 'test' }, async (db) => {
    for (const [i, name] of names.entries()) {
      const accountId = ports.newId()
      const handle = name.toLowerCase().replaceAll(/\W/g, '.')
      await db
        .insertInto('creator')
        .values({ id: ids[i] ?? '', name, created_at: now, updated_at: now } as never)
        .execute()
      await db
        .insertInto('account')
        .values({
          id: accountId,
          creator_id: ids[i] ?? '',
          platform: 'instagram',
          handle,
          handle_key: handle,
          url: null,
          is_primary: 1,
          created_at: now,
        })
        .execute()
      await db
        .insertInto('snapshot')
        .values({
          id: ports.newId(),
          account_id: accountId,
          taken_on: '2026-10-01',
          followers,
          avg_likes: likes,
          avg_comments: comments,
          source: 'test',
          created_at: now,
        })
        .execute()
    }
  })
  return ids
}

/** A campaign with these creators in it; answers with the collaborations in the order of the names. */
export async function campaignWith(
  workspace: TestWorkspace,
  names: readonly string[],
  fields: Parameters<typeof openCampaign>[1] = {},
  figures: Parameters<typeof addRoster>[2] = {},
): Promise<{ campaignId: string; creatorIds: string[]; ids: string[] }> {
  const { campaignId } = await openCampaign(workspace.call, fields)
  const creatorIds = await addRoster(workspace, names, figures)
  const ids = creatorIds.length === 0 ? [] : (await workspace.call.campaigns.addCreators({ id: campaignId, creatorIds })).added
  return { campaignId, creatorIds, ids }
}

export const euros = (major: number) => ({ amountMinor: Math.round(major * 100), currency: 'EUR' })
