import words from '../../../../resources/demo/vetting.json' with { type: 'json' }
import { addDays } from '#src/shared/domain/dates.ts'
import { chanceFrom, type Chance } from './chance.ts'
import type { Client } from './client.ts'
import type { MadeCreator } from './creators.ts'

/** Two creators with samples and a review each, one as it should be and one who bought followers, and two reviews that have just begun. */
export async function makeVetting(call: Client, roster: readonly MadeCreator[], today: string): Promise<void> {
  const bought = roster.find(({ growthBp }) => growthBp > 2000)
  const [trusted, ...others] = roster.filter((creator) => creator !== bought)
  if (!trusted || !bought) return
  const chance = chanceFrom(60_000)
  await keepSamples(call, trusted.id, words.genuine, followerTable(chance, 0.04), today)
  await keepSamples(call, bought.id, [...words.genuine.slice(0, 20), ...words.spam], followerTable(chance, 0.4), today)
  const { started } = await call.vetting.startReviews({
    creatorIds: [trusted.id, ...others.slice(0, 2).map(({ id }) => id)],
    reviewer: 'Mira',
  })
  const [reviewed = ''] = started
  const { items } = await call.vetting.review({ id: reviewed })
  await call.vetting.updateReview({ id: reviewed, items: items.map(({ id }) => ({ id, answer: 'fine' })) })
  await call.vetting.decide({ id: reviewed, decision: 'approve', reason: words.reason, recheckOn: addDays(today, 180) })
  const { started: again } = await call.vetting.startReviews({ creatorIds: [bought.id], reviewer: 'Mira' })
  await call.vetting.updateReview({
    id: again[0] ?? '',
    items: [
      { id: 'growth', answer: 'red flag', finding: 'A jump in one month that no post explains.' },
      { id: 'comments', answer: 'look', finding: 'Many advertise other accounts.' },
    ],
  })
  await call.vetting.decide({
    id: again[0] ?? '',
    decision: 'approve with conditions',
    conditions: words.conditions,
    recheckOn: addDays(today, 5),
  })
}

async function keepSamples(call: Client, creatorId: string, comments: readonly string[], followers: string, today: string): Promise<void> {
  const { accounts } = await call.creators.show({ id: creatorId })
  const sample = { accountId: accounts[0]?.id ?? '', takenOn: addDays(today, -3) }
  await call.vetting.addSample({ ...sample, kind: 'comments', text: comments.join('\n'), name: 'Comments of the last post' })
  await call.vetting.addSample({ ...sample, kind: 'followers', text: followers, name: 'Followers drawn by chance' })
}

/** 120 followers, a share of which looks like accounts that somebody sells. */
function followerTable(chance: Chance, fakes: number): string {
  const rows = Array.from({ length: 120 }, (_, at) => {
    const isFake = chance.next() < fakes
    const [followers, following, posts] = isFake
      ? [chance.between(0, 40), chance.between(800, 5000), chance.between(0, 2)]
      : [chance.between(120, 900), chance.between(150, 800), chance.between(12, 300)]
    const name = isFake ? `user${chance.between(10_000_000, 99_999_999)}` : `follower.${at + 1}`
    return [name, followers, following, posts, isFake ? '' : 'Likes good food and long walks', isFake ? 'no' : 'yes'].join(',')
  })
  return ['username,followers,following,posts,bio,profile picture', ...rows].join('\n')
}
