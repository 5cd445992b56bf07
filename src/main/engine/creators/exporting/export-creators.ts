import { CreatorFilter } from '#src/shared/contract/creators.ts'
import type { z } from 'zod'
import type { EngineContext } from '../../context.ts'
import type { OutCell } from '../../exchange/tables/write-table.ts'
import { unwritable } from '../../file-errors.ts'
import type { JobHandle } from '../../jobs.ts'
import { settingsOf } from '../../workspace/settings.ts'
import { bandsIn } from '../../workspace/tier-bands.ts'
import { creatorIds } from '../list.ts'
import { exportedCreators } from './creator-rows.ts'
import { exportHeaders, linesOf } from './lines.ts'

export interface ExportInput {
  file: string
  ids?: string[]
  filter?: z.infer<typeof CreatorFilter>
}

/**
 * Writes creators to the granted file, CSV or XLSX by its ending, so that importing the file changes nothing. `rows` counts accounts, and
 * creators that have none. Raises GRANT_UNKNOWN, FILE_UNWRITABLE, DISK_FULL or CANCELLED; then the file is as it was before.
 */
export async function exportCreators(
  context: EngineContext,
  { file, ids, filter }: ExportInput,
): Promise<{ rows: number; fileName: string }> {
  const target = context.grants.writable(file)
  return context.jobs.run(`Exporting ${target.name}`, async (job) => {
    const chosen = ids ?? (await creatorIds(context, filter ?? CreatorFilter.parse({})))
    const counted = { rows: 0 }
    try {
      // What writes workbooks is large, and seldom needed.
      const { formatOfName, writeTable } = await import('../../exchange/tables/write-table.ts')
      await writeTable(target.partPath, formatOfName(target.name), exportHeaders, lines(context, chosen, job, counted))
      return { rows: counted.rows, fileName: await target.finish() }
    } catch (error) {
      await target.abandon()
      throw unwritable(target.name, error)
    }
  })
}

async function* lines(
  context: EngineContext,
  ids: readonly string[],
  job: JobHandle,
  counted: { rows: number },
): AsyncGenerator<OutCell[]> {
  const bands = bandsIn(await settingsOf(context.read))
  let done = 0
  for await (const creators of exportedCreators(context.read, ids)) {
    job.throwIfCancelled()
    for (const creator of creators) {
      for (const line of linesOf(creator, bands)) {
        counted.rows++
        yield line
      }
    }
    done += creators.length
    job.progress(done, ids.length)
  }
}
