import type { TaskContext } from '../../context.ts'
import { listAuthorities } from '../../contracts/authorities.ts'
import type { WriteDb } from '../../db/handles.ts'
import { certificateFingerprint } from '../format/certificate.ts'
import { largestFile } from '../format/archive.ts'
import { mergeRows, type RowCounts } from './merge.ts'
import type { CampaignPackage } from './package.ts'
import { readPackage } from './read-package.ts'

interface Imported {
  campaignId: string
  campaignName: string
  rows: RowCounts[]
  attachments: { added: number; present: number }
  untrustedAuthorities: { fingerprint: string; name: string; note: string }[]
  entryId: string | null
}

/** Takes a .troupe file in: all of it in one transaction, or nothing. The same file twice changes nothing. Raises NOT_A_CAMPAIGN_FILE,
 *  FILE_DAMAGED, NEWER_VERSION, FILE_* and CANCELLED. */
export async function importCampaign(context: TaskContext, { file }: { file: string }): Promise<Imported> {
  return context.jobs.run('Importing a campaign', async (job) => {
    const { bytes } = await context.grants.readBytes(file, largestFile)
    const pack = readPackage(bytes)
    job.throwIfCancelled()
    const { campaign, workspace } = pack.manifest
    const { result, entryId } = await context.transact(
      { summary: `Took in the campaign ${campaign.name} from ${workspace.name}` },
      async (db) => {
        const attachments = await putFiles(context, db, pack)
        job.throwIfCancelled()
        const { counts, campaignId } = await mergeRows(db, pack, context.ports.clock.now())
        job.throwIfCancelled()
        return { campaignId, campaignName: campaign.name, rows: counts, attachments, untrustedAuthorities: await untrustedIn(db, pack) }
      },
    )
    return { ...result, entryId }
  })
}

async function putFiles({ files }: TaskContext, db: WriteDb, pack: CampaignPackage): Promise<Imported['attachments']> {
  let present = 0
  for (const { id, media_type: mediaType, created_at: createdAt } of pack.rows.file) {
    if (await db.selectFrom('file').select('id').where('id', '=', id).executeTakeFirst()) present++
    const content = pack.files.get(id)
    // Put even where its row is there: bytes that went missing from the folder come back by it.
    if (content) await files.put(db, content, String(mediaType), String(createdAt))
  }
  return { added: pack.rows.file.length - present, present }
}

/** The file's authorities that nobody here has said yes to; that a file brings one makes nobody trust it. */
async function untrustedIn(db: WriteDb, { rows }: CampaignPackage): Promise<Imported['untrustedAuthorities']> {
  const brought = new Set(rows.signing_identity.map(({ certificate }) => certificateFingerprint(String(certificate))))
  return (await listAuthorities(db))
    .filter(({ fingerprint, trusted }) => brought.has(fingerprint) && !trusted)
    .map(({ fingerprint, name }) => ({
      fingerprint,
      name,
      note: `Signatures made by ${name} are shown as not trusted until you trust its authority.`,
    }))
}
