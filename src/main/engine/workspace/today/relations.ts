import { newestReceipts } from '../../briefs/receipts.ts'
import type { RunningCampaign } from '../../campaigns/running.ts'
import { workIn, type Work } from '../../campaigns/work.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { BriefReceiptTable } from '../../db/schema.ts'
import { lastContacts } from '../../relationship/last-contacts.ts'
import { openReminders } from '../../relationship/reminders.ts'
import { addDays } from '#src/shared/domain/dates.ts'
import { CHECK_IN_DAYS } from '#src/shared/domain/relationship/check-in.ts'
import type { Due } from './due.ts'

/** Days a creator has to say that the brief has arrived. */
const daysToConfirm = 3
/** "Contact every two to four weeks" (facts.md §10): after two weeks without a word somebody should write. Words are what the contact log
 *  holds, briefs sent and confirmed, and changes to the collaboration. */
const daysOfSilence = CHECK_IN_DAYS.least

const working = new Set(['invited', 'agreed', 'contracted', 'in production', 'live'])

type Receipts = ReadonlyMap<string, BriefReceiptTable>

/** Briefs nobody confirmed, and creators at work who have not been heard of. */
export async function relationsDue(db: ReadDb, running: ReadonlyMap<string, RunningCampaign>, on: string): Promise<Due[]> {
  const work = (await workIn(db, {}, on)).filter(({ row }) => running.get(row.campaign_id)?.isActive && working.has(row.stage))
  const receipts = await newestReceipts(db, {})
  const unconfirmed = work.flatMap((one) => unconfirmedBrief(one, receipts))
  const waiting = new Set(unconfirmed.map(({ creatorId }) => creatorId))
  const contacts = await lastContacts(
    db,
    work.map(({ row }) => row.creator_id),
  )
  // Whoever has a brief to confirm is written to about that, and whoever has check-ins when the next is due.
  for (const { creatorId, kind } of await openReminders(db, {})) if (kind === 'check-in') waiting.add(creatorId)
  const silent = [...Map.groupBy(work, ({ row }) => row.creator_id).values()].flatMap((works) =>
    silentCreator(works, receipts, contacts, on),
  )
  return [...unconfirmed, ...silent.filter(({ creatorId }) => !waiting.has(creatorId))]
}

function unconfirmedBrief(one: Work, receipts: Receipts): Due[] {
  const receipt = receipts.get(one.row.id)
  if (!receipt || receipt.confirmed_at !== null) return []
  const dueOn = addDays(receipt.sent_at.slice(0, 10), daysToConfirm)
  return [dueOf('brief unconfirmed', one, dueOn, `${one.campaignName}, brief sent by ${receipt.channel}`)]
}

/** One word in any of a creator's collaborations is a word from them. */
function silentCreator(works: readonly Work[], receipts: Receipts, contacts: ReadonlyMap<string, string>, on: string): Due[] {
  const words = works.map((one) => ({ one, at: lastWord(one, receipts, contacts) })).toSorted((a, b) => b.at.localeCompare(a.at))
  const [newest] = words
  if (!newest || newest.one.doNotContact) return []
  const writeBy = addDays(newest.at, daysOfSilence)
  return writeBy <= on ? [dueOf('silent creator', newest.one, writeBy, `${newest.one.campaignName}, nothing since ${newest.at}`)] : []
}

function lastWord({ row }: Work, receipts: Receipts, contacts: ReadonlyMap<string, string>): string {
  const receipt = receipts.get(row.id)
  const words = [receipt?.confirmed_at ?? '', receipt?.sent_at ?? '', contacts.get(row.creator_id) ?? ''].reduce(
    (newest, at) => (at > newest ? at : newest),
    row.updated_at,
  )
  return words.slice(0, 10)
}

function dueOf(kind: Due['kind'], { row, creatorName }: Work, dueOn: string, detail: string): Due {
  return { kind, id: row.id, title: creatorName, detail, dueOn, campaignId: row.campaign_id, creatorId: row.creator_id, amount: null }
}
