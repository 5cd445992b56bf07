import type { z } from 'zod'
import type { WorkspaceInfo } from '#src/shared/contract/workspace.ts'
import type { EngineContext } from '../context.ts'
import { schemaVersion } from '../db/migrate.ts'
import { identityOf } from './identity.ts'

/** What this workspace is and how much is in it. */
export async function showInfo({ read, ports }: EngineContext): Promise<z.infer<typeof WorkspaceInfo>> {
  const count = async (table: 'creator' | 'client' | 'campaign' | 'contract' | 'payout') =>
    (
      await read
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  return {
    ...(await identityOf(read)),
    schemaVersion,
    appVersion: ports.appVersion,
    counts: {
      creators: await count('creator'),
      clients: await count('client'),
      campaigns: await count('campaign'),
      contracts: await count('contract'),
      payouts: await count('payout'),
    },
  }
}
