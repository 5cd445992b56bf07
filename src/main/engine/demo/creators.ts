import { addDays, addMonths } from '#src/shared/domain/dates.ts'
import type { Chance } from './chance.ts'
import type { Client } from './client.ts'
import { demoCreators, type DemoCreator } from './data.ts'
import { addDepth } from './depth.ts'

/** How many months of follower history each creator has, the present one included. */
const months = 7

export interface MadeCreator extends DemoCreator {
  id: string
}

/** The roster of the demo: each creator with one account, a snapshot a month, and an asking price. */
export async function makeCreators(call: Client, today: string, chance: Chance): Promise<MadeCreator[]> {
  const made: MadeCreator[] = []
  for (const [place, creator] of demoCreators.entries()) {
    const { name, platform, handle, niches, country, city } = creator
    const { id } = await call.creators.create({
      name,
      niches,
      country,
      city,
      email: `${handle.replaceAll(/[^a-z0-9]/g, '.')}@mail.example`,
      stage: chance.next() < 0.4 ? 'active' : 'new',
      tags: chance.next() < 0.25 ? ['fast answers'] : [],
      accounts: [{ platform, handle }],
    })
    const { accounts } = await call.creators.show({ id })
    for (const [takenOn, values] of history(creator, today, chance))
      await call.creators.addSnapshot({ accountId: accounts[0]?.id ?? '', takenOn, values })
    if (creator.price !== null)
      await call.creators.setRate({
        creatorId: id,
        platform,
        format: formatOf(platform),
        price: { amountMinor: creator.price * 100, currency: 'EUR' },
      })
    await addDepth(call, { creator, place, id, accountId: accounts[0]?.id ?? '' }, today)
    made.push({ ...creator, id })
  }
  return made
}

/** Works back from today's followers, so that the newest snapshot is the figure in the data; a sudden buyer of followers jumps in one month. */
function history({ followers, growthBp, engagementBp }: DemoCreator, today: string, chance: Chance): [string, Record<string, number>][] {
  const jumps = growthBp > 2000
  let count = followers
  let following: number | null = null
  const rows: [string, Record<string, number>][] = []
  for (let back = 0; back < months; back++) {
    const drift = engagementBp * (1 + back * 0.02) * (0.9 + chance.next() * 0.2)
    // Bought followers like nothing: before the jump there was as much to be had.
    const interactions = Math.round(((jumps ? followers : count) * drift) / 10_000)
    const avgComments = Math.round(interactions * (0.03 + chance.next() * 0.03))
    const day = addDays(addMonths(today, -back), -chance.between(0, 2))
    const drawn = chance.between(180, 900)
    following ??= drawn
    rows.unshift([
      day,
      {
        followers: count,
        following,
        posts: chance.between(6, 12),
        avgLikes: interactions - avgComments,
        avgComments,
        avgViews: Math.round(count * (0.3 + chance.next() * 0.5)),
      },
    ])
    const step = jumps ? (back === 2 ? 0.42 : 0.005) : (growthBp / 10_000) * (0.6 + chance.next() * 0.8)
    count = Math.max(100, Math.round(count / (1 + step)))
  }
  return countedUp(rows, growthBp < 0)
}

/** Posts of each month become posts in all; whoever loses followers has posted less of late. */
function countedUp(rows: [string, Record<string, number>][], isTired: boolean): [string, Record<string, number>][] {
  let posts = 140
  return rows.map(([takenOn, values], at) => {
    const made = values['posts'] ?? 0
    posts += isTired && at >= months - 3 ? Math.round(made / 4) : made
    return [takenOn, { ...values, posts }]
  })
}

/** The format a creator of this platform is mostly asked for. */
function formatOf(platform: string): string {
  return { instagram: 'reel', tiktok: 'video', youtube: 'video', linkedin: 'post', pinterest: 'pin' }[platform] ?? 'post'
}
