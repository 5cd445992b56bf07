import type { TestWorkspace } from './workspace.ts'

/** The agency of most tests, as its settings have it. */
export const harbourLane = {
  name: 'Harbour Lane',
  legalName: 'Harbour Lane GmbH',
  address: 'Speicherstadt 4\n20457 Hamburg',
  signerName: 'Mira Sommer',
  signerTitle: 'managing director',
  governingLaw: 'Germany',
  email: 'mira@harbourlane.test',
}

/** A small believable agency with one campaign of two creators, made through the procedures: enough to contract, pay and measure. */
export async function smallAgency({ call, engine, ports }: TestWorkspace) {
  await call.workspace.updateSettings({
    changes: {
      currency: 'EUR',
      agency: harbourLane,
    },
  })
  const client = await call.clients.create({ name: 'Oat & Ember', billingAddress: '1 Mill Road, Bristol' })
  const creators = await addCreators({ engine, ports })
  const campaign = await call.campaigns.create({
    clientId: client.id,
    name: 'Spring breakfast',
    startsOn: '2026-12-01',
    endsOn: '2027-01-31',
    budgetMinor: 500_000,
    currency: 'EUR',
  })
  await call.briefs.save({
    campaignId: campaign.id,
    changes: {
      goal: 'Try the oats at breakfast.',
      keyMessages: ['Ready in three minutes'],
      hashtags: ['#slowbreakfast'],
      mentions: ['@oatandember'],
      usageMonths: 6,
      exclusivityDays: 30,
      paymentDays: 14,
      deliverables: [{ platform: 'instagram', format: 'reel', quantity: 1, length: '30 s', dueOn: '2026-12-15' }],
      disclosure: '#ad first in the caption',
    },
  })
  const { added } = await call.campaigns.addCreators({ id: campaign.id, creatorIds: creators })
  await call.campaigns.updateCollaborations({
    ids: added,
    changes: { compensation: { model: 'flat fee', fee: { amountMinor: 50_000, currency: 'EUR' } } },
  })
  return { clientId: client.id, campaignId: campaign.id, creatorIds: creators, collaborationIds: added }
}

/** Two creators with an account and a snapshot each, one of them with a name in three scripts. */
async function addCreators({ engine, ports }: Pick<TestWorkspace, 'engine' | 'ports'>): Promise<string[]> {
  const people = [
    { name: 'Ana Martins', handle: 'ana.cooks', followers: 8200 },
    { name: 'Юлия 한지민 王 سارة', handle: 'yulia.eats', followers: 23_400 },
  ]
  const now = ports.clock.now()
  const { result } = await engine
    .contextFor('test')
    .workspace.writer.transact({ procedure: 'test.creators', actor: 'test' }, async (db) => {
      const ids: string[] = []
      for (const { name, handle, followers } of people) {
        const [id, accountId] = [ports.newId(), ports.newId()]
        await db
          .insertInto('creator')
          .values({
            id,
            name,
            country: 'Portugal',
            city: 'Lisboa',
            language: null,
            email: `${handle}@mail.test`,
            phone: null,
            address: 'Rua das Flores 12',
            bio: null,
            notes: null,
            niches: '["Food"]',
            tags: '[]',
            stage: 'new',
            do_not_contact: 0,
            import_batch_id: null,
            archived_at: null,
            created_at: now,
            updated_at: now,
          })
          .execute()
        await db
          .insertInto('account')
          .values({
            id: accountId,
            creator_id: id,
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
            taken_on: '2026-11-01',
            followers,
            following: 300,
            posts: 120,
            avg_likes: 410,
            avg_comments: 20,
            avg_shares: null,
            avg_saves: null,
            avg_views: null,
            stated_engagement_bp: null,
            source: 'test',
            import_batch_id: null,
            created_at: now,
          })
          .execute()
        ids.push(id)
      }
      return ids
    })
  return result
}
