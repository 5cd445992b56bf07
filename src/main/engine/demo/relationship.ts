import { addDays } from '#src/shared/domain/dates.ts'
import type { MadeCampaign } from './campaigns.ts'
import type { Client } from './client.ts'

type Kind = 'message' | 'call' | 'meeting' | 'win' | 'problem' | 'note'

/** What was said to the members of a campaign, one after the other: how many days ago, and how. */
const said: readonly [daysAgo: number, kind: Kind, channel: string | null, words: string][] = [
  [9, 'message', 'Mail', 'Sent the dates for spring. Happy to go on, asks for two weeks between posts.'],
  [12, 'call', 'Phone', 'Talked about the first month. Would like to show the routine in the evening, not in the morning.'],
  [5, 'win', null, 'The post about sensitive skin was saved more often than any other this year.'],
  [24, 'message', 'WhatsApp', 'Wrote to ask how the samples are. No answer yet.'],
  [16, 'meeting', 'Hamburg', 'Met at the fair. Knows two more creators who might fit.'],
]

const euros = (amount: number) => ({ amountMinor: amount * 100, currency: 'EUR' })
const noMore = { highestPricePerPost: null, productValue: null, discountBp: null }

/** An ambassador program as an agency keeps it: tiers, a contact log, check-ins every three weeks, and something to remember. */
export async function keepInTouch(call: Client, program: MadeCampaign, today: string): Promise<void> {
  await call.relationship.setProgramTiers({
    campaignId: program.id,
    // The worked example of facts.md §4.
    tiers: [
      { ...noMore, label: 'Tier 1', from: 1000, to: 5000, pricePerPost: euros(100), productValue: euros(40) },
      { ...noMore, label: 'Tier 2', from: 5000, to: 50_000, pricePerPost: euros(500), highestPricePerPost: euros(1000), discountBp: 2000 },
    ],
  })
  const creatorIds = program.collaborations.map(({ creator }) => creator.id)
  await call.relationship.setCheckIn({ creatorIds, everyDays: 21 })
  for (const [place, creatorId] of creatorIds.entries()) {
    const [daysAgo, kind, channel, words] = said[place % said.length] ?? [7, 'note', null, '']
    await call.relationship.log({ creatorIds: [creatorId], kind, channel, words, happenedOn: addDays(today, -daysAgo) })
  }
  await call.relationship.remind({
    creatorIds: creatorIds.slice(0, 1),
    dueOn: addDays(today, 4),
    words: 'Send the product of the new line',
  })
}
