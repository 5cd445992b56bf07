import type { Client } from './client.ts'
import type { MadeCreator } from './creators.ts'

const niches = new Set(['Food', 'Baking', 'Breakfast', 'Wellness'])

/** Who is thought of for the next season of the demo's first client, with a note on the favourite. */
export async function makeShortlist(call: Client, clientId: string, roster: readonly MadeCreator[]): Promise<void> {
  const picked = roster.filter((creator) => creator.niches.some((niche) => niches.has(niche))).slice(0, 7)
  const creatorIds = picked.map(({ id }) => id)
  const { id } = await call.shortlists.create({
    name: 'Warm winter mornings',
    clientId,
    notes: 'The client wants kitchens, not studios. Decide by the end of the month.',
    creatorIds,
  })
  const [favourite] = creatorIds
  if (favourite) await call.shortlists.setNote({ id, creatorId: favourite, note: 'The client’s favourite; ask about December first' })
}
