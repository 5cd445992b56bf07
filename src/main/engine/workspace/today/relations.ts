import { addDays } from '#src/shared/domain/dates.ts'
import { newestReceipts } from '../../briefs/receipts.ts'
import { workIn, type Work } from '../../campaigns/work.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { Due } from './due.ts'

/** Days a creator has to say that the brief has arrived. */
const daysToConfirm = 3
/** "Contact every two to four weeks" (facts.md §10): after two weeks without a word somebody should write. The words on file so far are briefs sent
 *  and confirmed and changes to the collaboration; a contact log comes with the roster's relationship part. */
const daysOfSilence = 14

const working = new Set(['invited', 'agreed', 'contracted', 'in production', 'live'])

/** Briefs nobody confirmed, and creators at work who have not been heard of. */
export async function relationsDue(db: ReadDb, on: string): Promise<Due[]> {
  const campaigns = await db.selectFrom('campaign').select('id').where('status', '=', 'active').execute()
  const active = new Set(campaigns.map(({ id }) => id))
  const work = (await workIn(db, {}, on)).filter(({ row }) => active.has(row.campaign_id) && working.has(row.stage))
  const receipts = await newestReceipts(db, {})
  return work.flatMap((one): Due[] => {
    const receipt = receipts.get(one.row.id)
    if (receipt && receipt.confirmed_at === null) {
      return [dueOf('brief unconfirmed', one, addDays(receipt.sent_at.slice(0, 10), daysToConfirm), `${one.campaignName}, brief sent by ${receipt.channel}`)]
    }
    const lastWord = [one.row.updated_at, receipt?.confirmed_at ?? '', receipt?.sent_at ?? ''].toSorted().at(-1)?.slice(0, 10) ?? on
    const writeBy = addDays(lastWord, daysOfSilence)
    return writeBy <= on ? [dueOf('silent creator', one, writeBy, `${one.campaignName}, nothing since ${lastWord}`)] : []
  })
}

function dueOf(kind: Due['kind'], { row, creatorName }: Work, dueOn: string, detail: string): Due {
  return { kind, id: row.id, title: creatorName, detail, dueOn, campaignId: row.campaign_id, creatorId: row.creator_id, amount: null }
}
