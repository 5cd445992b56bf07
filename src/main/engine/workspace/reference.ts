import type { z } from 'zod'
import type { BenchmarkSet, Platform, TierSet } from '#src/shared/contract/workspace.ts'
import { ENGAGEMENT_BENCHMARKS, PRICE_BENCHMARKS } from '#src/shared/domain/benchmarks.ts'
import { PLATFORMS } from '#src/shared/domain/platforms.ts'
import { TIER_SETS } from '#src/shared/domain/tiers.ts'
import type { ReadDb } from '../db/handles.ts'

/** The tier bands of each source. */
export function tierSets(): z.infer<typeof TierSet>[] {
  return TIER_SETS.map((set) => ({ ...set, bands: [...set.bands] }))
}

/** What each source says of engagement and prices, side by side. */
export function benchmarkSets(): z.infer<typeof BenchmarkSet>[] {
  return TIER_SETS.map(({ id, label, source, year }) => ({
    id,
    label,
    source,
    year,
    engagement: ENGAGEMENT_BENCHMARKS.filter(({ setId }) => setId === id),
    prices: PRICE_BENCHMARKS.filter(({ setId }) => setId === id),
  }))
}

/** The platforms Troupe describes, then those that only this workspace knows, under the name it gives them. */
export async function platformsOf(db: ReadDb): Promise<z.infer<typeof Platform>[]> {
  const known = PLATFORMS.map(({ id, label, formats }) => ({ id, label, formats: [...formats] }))
  const own = (await platformsInUse(db)).filter((id) => !known.some((platform) => platform.id === id))
  return [...known, ...own.map((id) => ({ id, label: id, formats: [] }))]
}

/** Steps from one platform to the next along the index, instead of through all accounts. */
async function platformsInUse(db: ReadDb): Promise<string[]> {
  const found: string[] = []
  const next = async (after: string) =>
    (await db.selectFrom('account').select('platform').where('platform', '>', after).orderBy('platform').limit(1).executeTakeFirst())
      ?.platform
  for (let platform = await next(''); platform !== undefined; platform = await next(platform)) found.push(platform)
  return found
}
