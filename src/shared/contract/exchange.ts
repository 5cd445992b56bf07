import { z } from 'zod'
import { Changed, FileGrant, Id, task, readingTask } from './base.ts'

export const RowCounts = z.object({ table: z.string(), created: z.int(), updated: z.int(), unchanged: z.int(), keptOurs: z.int() })

export const exchange = {
  /** Writes one campaign with everything it needs into a .troupe file. */
  exportCampaign: readingTask
    .input(z.object({ id: Id, file: FileGrant }))
    .output(z.object({ fileName: z.string(), rows: z.int(), attachments: z.int() })),
  /** Takes a .troupe file in; the same file twice changes nothing, a damaged one changes nothing. */
  importCampaign: task.input(z.object({ file: FileGrant })).output(
    Changed.extend({
      campaignId: Id,
      campaignName: z.string(),
      rows: z.array(RowCounts),
      attachments: z.object({ added: z.int(), present: z.int() }),
      /** Whose signatures in it do not count here until a person trusts them, each with a sentence that says so. */
      untrustedAuthorities: z.array(z.object({ fingerprint: z.string(), name: z.string(), note: z.string() })),
    }),
  ),
}
