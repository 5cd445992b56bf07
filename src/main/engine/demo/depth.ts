import type { AudienceShares } from '#src/shared/domain/audience.ts'
import { addDays } from '#src/shared/domain/dates.ts'
import { chanceFrom, type Chance } from './chance.ts'
import type { Client } from './client.ts'
import type { DemoCreator } from './data.ts'

/** Somebody to look after each creator. */
const owners = ['Mira Sommer', 'Jonas Reh', 'Ida Lund']
const neighbours = ['Germany', 'United Kingdom', 'France', 'Austria', 'Netherlands', 'Spain', 'United States']
const posts = ['What I would do differently', 'A day behind the scenes', 'Three things I was asked most', 'New favourites this month']

/** Who follows a creator, what they make and who looks after them; posts for one in three. Its chances are its own, so that the rest of
 *  the demo stays as it is whatever stands here. */
export async function addDepth(
  call: Client,
  { creator, place, id, accountId }: { creator: DemoCreator; place: number; id: string; accountId: string },
  today: string,
): Promise<void> {
  const chance = chanceFrom(7100 + place)
  const format = creator.platform === 'instagram' ? ['reel', 'story'] : creator.platform === 'linkedin' ? ['post'] : ['video']
  await call.profiles.update({ creatorId: id, changes: { formats: format, owner: owners[place % owners.length] ?? null } })
  await call.audiences.add({ accountId, takenOn: addDays(today, -12), shares: audienceOf(creator, chance) })
  if (place % 3 !== 0) return
  for (const [at, caption] of posts.slice(0, 2 + (place % 2)).entries()) {
    const views = Math.round(creator.followers * (0.3 + chance.next() * 0.6))
    const likes = Math.round((creator.followers * creator.engagementBp * (0.8 + chance.next() * 0.5)) / 10_000)
    await call.profiles.saveSample({
      creatorId: id,
      accountId,
      caption,
      format: format[0],
      url: `https://${creator.platform}.example/${creator.handle}/p/${place}${at}`,
      postedOn: addDays(today, -9 - at * 8),
      isSponsored: at === 1,
      likes,
      comments: Math.round(likes * 0.04),
      views,
    })
  }
}

/** Most of an audience lives where the creator does, and is of about the age that a platform draws. */
function audienceOf({ country, platform }: DemoCreator, chance: Chance): AudienceShares {
  const from = chance.between(0, 2)
  const home = chance.between(4200, 7800)
  const abroad = neighbours.filter((name) => name !== country).slice(from, from + 3)
  const left = 10_000 - home
  const age = platform === 'tiktok' ? [900, 4200, 3000, 1100] : platform === 'linkedin' ? [0, 1500, 4600, 2600] : [300, 2800, 4000, 1700]
  const drift = chance.between(-400, 400)
  const women = chance.between(3800, 7200)
  const groups = ['13-17', '18-24', '25-34', '35-44']
  return {
    country: { [country]: home, ...Object.fromEntries(abroad.map((name, at) => [name, Math.round(left * (0.4 - at * 0.12))])) },
    age: Object.fromEntries(groups.map((group, at) => [group, Math.max(0, (age[at] ?? 0) + (at === 1 ? drift : at === 2 ? -drift : 0))])),
    gender: { female: women, male: 10_000 - women - 150, other: 150 },
  }
}
