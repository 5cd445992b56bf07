import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { campaignTables, withoutPrivate } from '#src/main/engine/exchange/format/tables.ts'
import type { TestWorkspace } from '#tests/support/workspace.ts'
import { campaignWith, euros } from '../campaigns/setup.ts'

/** A campaign in which every table but those of contracts holds something. */
export async function busyCampaign(workspace: TestWorkspace): Promise<{ campaignId: string; ids: string[]; creatorIds: string[] }> {
  const { call, engine, ports } = workspace
  const made = await campaignWith(workspace, ['Ana Martins', 'Bo Lind', 'Ζωή 李'], { startsOn: '2026-11-01', budgetMinor: 500_000 })
  const {
    campaignId,
    ids: [ana = '', bo = ''],
    creatorIds,
  } = made
  await engine.contextFor('test').workspace.writer.transact({ procedure: 'test', actor: 'test' }, async (db) => {
    await db
      .updateTable('creator')
      .set({ notes: 'Never to leave this house' })
      .where('id', '=', creatorIds[0] ?? '')
      .execute()
    await db
      .insertInto('rate')
      .values({
        id: ports.newId(),
        creator_id: creatorIds[0] ?? '',
        platform: 'instagram',
        format: 'reel',
        amount_minor: 30_000,
        currency: 'EUR',
        created_at: ports.clock.now(),
      })
      .execute()
  })
  await call.campaigns.updateCollaborations({
    ids: [ana, bo],
    changes: { compensation: { model: 'flat plus commission', fee: euros(200), rateBp: 500 }, stage: 'agreed' },
  })
  await call.campaigns.updateCollaborations({ ids: [ana], changes: { discountCode: 'ANA10', trackingLink: 'https://tee.example/ana' } })
  await call.briefs.save({
    campaignId,
    changes: { goal: 'Tea', deliverables: [{ platform: 'instagram', format: 'reel', quantity: 2, length: null, dueOn: '2026-12-01' }] },
  })
  await call.briefs.send({ collaborationIds: [ana, bo] })
  await call.briefs.confirm({ collaborationIds: [ana] })
  await call.payouts.plan({ collaborationIds: [ana, bo] })
  const [post] = await call.deliverables.list({ collaborationId: ana })
  await call.measurement.addResult({ collaborationId: ana, deliverableId: post?.id ?? null, clicks: 90, likes: 12, revenueMinor: 4_000 })
  await call.measurement.addExpense({ campaignId, collaborationId: ana, kind: 'shipping', amount: euros(9) })
  await call.measurement.addExpense({ campaignId, kind: 'internal time', amount: euros(60) })
  await call.measurement.addOrder({
    campaignId,
    number: '1001',
    orderedAt: '2026-11-20T12:00:00Z',
    discountCode: 'ana10',
    total: euros(80),
  })
  await call.measurement.addOrder({ campaignId, number: '1002', orderedAt: '2026-11-20T13:00:00Z', total: euros(30) })
  return made
}

/** Makes a contract for a collaboration and has both sides sign it, with real PDFs and certificates. */
export async function signedContract(
  { call }: TestWorkspace,
  collaborationId: string,
): Promise<{ contractId: string; documentId: string }> {
  await call.workspace.updateSettings({ changes: { agency: { name: 'Studio Möwe', address: 'Hafenstraße 1, Hamburg' } } })
  const {
    ids: [contractId = ''],
  } = await call.contracts.create({ collaborationIds: [collaborationId] })
  await call.contracts.sign({ id: contractId, signerName: 'Kim Weber' })
  const { documentId } = await call.contracts.countersign({ id: contractId, signerName: 'Ana Martins' })
  return { contractId, documentId }
}

/** The bytes of a campaign as exported to a file. */
export async function exported({ call, engine, folder }: TestWorkspace, campaignId: string, name = 'campaign.troupe'): Promise<Buffer> {
  const path = join(folder, name)
  await call.exchange.exportCampaign({ id: campaignId, file: engine.grants.toWrite(path) })
  return readFileSync(path)
}

/** Takes bytes in as the file they would come as. */
export async function imported(
  { call, engine, folder }: TestWorkspace,
  bytes: Uint8Array,
): Promise<Awaited<ReturnType<TestWorkspace['call']['exchange']['importCampaign']>>> {
  const path = join(folder, 'received.troupe')
  writeFileSync(path, bytes)
  return call.exchange.importCampaign({ file: engine.grants.toRead(path) })
}

/** All rows of a workspace that a campaign file could have changed, without what stays at home. */
export async function contentOf({ engine }: TestWorkspace): Promise<Record<string, unknown[]>> {
  const { read } = engine.contextFor('test')
  const tables = await Promise.all(
    campaignTables.map(
      async (table) =>
        [
          table,
          (
            await read
              .selectFrom(table as 'client')
              .selectAll()
              .orderBy('id')
              .execute()
          ).map((row) => withoutPrivate(table, { ...row })),
        ] as const,
    ),
  )
  return Object.fromEntries(tables)
}

/** How many entries the journal has: the same number means that nothing was written. */
export async function journalLength({ engine }: TestWorkspace): Promise<number> {
  const { n } = await engine
    .contextFor('test')
    .read.selectFrom('journal_entry')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** The rows in a campaign file, by entry. */
export function rowsIn(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(file))
      .filter(([name]) => name.startsWith('rows/'))
      .map(([name, content]) => [name, Buffer.from(content).toString()]),
  )
}
