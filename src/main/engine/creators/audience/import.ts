import type { EngineContext, TaskContext } from '../../context.ts'
import { fileSource } from '../../exchange/tables/source.ts'
import { accountOf, keepAudience } from './keep.ts'
import { readAudienceExport } from './read-export.ts'

type Read = Awaited<ReturnType<typeof readAudienceExport>>

/** What a platform's export says of an audience, without taking it in. Raises NOT_A_TABLE and what reading a grant raises. */
export async function previewAudience({ grants }: EngineContext, grant: string): Promise<Read> {
  const { path } = await grants.readable(grant)
  return readAudienceExport(await fileSource(path))
}

/** Takes a platform's export in for one account; the same file on the same day again changes nothing. Raises NOT_FOUND, NOT_A_TABLE,
 *  BAD_INPUT for a day to come, and what reading a grant raises. */
export async function importAudience(
  context: TaskContext,
  { accountId, file, takenOn = context.ports.clock.today() }: { accountId: string; file: string; takenOn?: string },
): Promise<Read & { id: string; takenOn: string; entryId: string | null }> {
  const { name, handle } = await accountOf(context.read, accountId)
  const read = await previewAudience(context, file)
  const { result: id, entryId } = await context.transact({ summary: `Imported the audience of @${handle} of ${name}` }, async (db) => {
    await accountOf(db, accountId)
    return keepAudience(db, context.ports, { accountId, takenOn, shares: read.shares, source: read.fileName })
  })
  return { ...read, id, takenOn, entryId }
}
