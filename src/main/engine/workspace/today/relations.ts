import { newestReceipts } from '../../briefs/receipts.ts'
import type { RunningCampaign } from '../../campaigns/running.ts'
import { workIn, type Work } from '../../campaigns/work.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { BriefReceiptTable } from '../../db/schema.ts'
import { addDays } from '#src/shared/domain/dates.ts'
import type { Due } from './due.ts'

/** Days a creator has to say that the brief has arrived. */
const daysToConfirm = 3
/** "Contact every two to four weeks" (facts.md §10): after two weeks without a word somebody should write. The words on file so far are
 *  briefs sent and confirmed and changes to the collaboration; a contact log comes with the roster's relationship part. */
const daysOfSilence = 14

const working = new Set(['invited', 'agreed', 'contracted', 'in production', 'live'])

type Receipts = ReadonlyMap<string, BriefReceiptTable>

/** Briefs nobody confirmed, and creators at work who have not been heard of. */
export async function relationsDue(db: ReadDb, running: ReadonlyMap<string, RunningCampaign>, on: string): Promise<Due[]> {
  const work = (await workIn(db, {}, on)).filter(({ row }) => running.get(row.campaign_id)?.isActive && working.has(row.stage))
  const receipts = await newestReceipts(db, {})
  const unconfirmed = work.flatMap((one) => unconfirmedBrief(one, receipts))
  const waiting = new Set(unconfirmed.map(({ creatorId }) => creatorId))
  const silent = [...Map.groupBy(work, ({ row }) => row.creator_id).values()].flatMap((works) => silentCreator(works, receipts, on))
  // Whoever has a brief to confirm is written to about that.
  return [...unconfirmed, ...silent.filter(({ creatorId }) => !waiting.has(creatorId))]
}

function unconfirmedBrief(one: Work, receipts: Receipts): Due[] {
  const receipt = receipts.get(one.row.id)
  if (!receipt || receipt.confirmed_at !== null) return []
  const dueOn = addDays(receipt.sent_at.slice(0, 10), daysToConfirm)
  return [dueOf('brief unconfirmed', one, dueOn, `${one.campaignName}, brief sent by ${receipt.channel}`)]
}

/** One word in any of a creator's collaborations is a word from them. */
function silentCreator(works: readonly Work[], receipts: Receipts, on: string): Due[] {
  const words = works.map((one) => ({ one, at: lastWord(one, receipts) })).toSorted((a, b) => b.at.localeCompare(a.at))
  const [newest] = words
  if (!newest || newest.one.doNotContact) return []
  const writeBy = addDays(newest.at, daysOfSilence)
  return writeBy <= on ? [dueOf('silent creator', newest.one, writeBy, `${newest.one.campaignName}, nothing since ${newest.at}`)] : []
}

function lastWord({ row }: Work, receipts: Receipts): string {
  const receipt = receipts.get(row.id)
  const words = [receipt?.confirmed_at ?? '', receipt?.sent_at ?? ''].reduce((newest, at) => (at > newest ? at : newest), row.updated_at)
  return words.slice(0, 10)
}

function dueOf(kind: Due['kind'], { row, creatorName }: Work, dueOn: string, detail: string): Due {
  return { kind, id: row.id, title: creatorName, detail, dueOn, campaignId: row.campaign_id, creatorId: row.creator_id, amount: null }
}
