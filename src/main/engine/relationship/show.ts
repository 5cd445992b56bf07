import type { z } from 'zod'
import type { Relationship } from '#src/shared/contract/relationship.ts'
import { ladderOf } from '#src/shared/domain/relationship/ladder.ts'
import { loadRemark } from '#src/shared/domain/relationship/load.ts'
import { trendOf } from '#src/shared/domain/relationship/trend.ts'
import { showCreator } from '../creators/show.ts'
import type { ReadDb } from '../db/handles.ts'
import { partnershipsOf, type Partnership } from './facts.ts'
import { contactLog } from './log.ts'
import { programTiers } from './program.ts'
import { openReminders } from './reminders.ts'
import { renewalFrom } from './renewals.ts'

/** How things stand with one creator. Raises NOT_FOUND. */
export async function showRelationship(db: ReadDb, creatorId: string, today: string): Promise<z.infer<typeof Relationship>> {
  const creator = await showCreator(db, creatorId)
  const facts = (await partnershipsOf(db, [creatorId], today)).get(creatorId)
  if (!facts) throw new Error('partnershipsOf answers for every creator it was asked for')
  const open = await openReminders(db, { creatorId })
  const log = await contactLog(db, creatorId)
  const followers = creator.accounts[0]?.snapshots[0]?.followers ?? null
  return {
    lastContactOn: log.find(({ kind }) => kind === 'message' || kind === 'call' || kind === 'meeting')?.happenedOn ?? null,
    checkIn: open.find(({ kind }) => kind === 'check-in') ?? null,
    reminders: open.filter(({ kind }) => kind !== 'check-in'),
    log,
    wins: facts.wins,
    ladder: ladderOf({
      ...facts,
      isInAmbassadorProgram: facts.programs.some(({ kind, isAgreed }) => kind === 'ambassador program' && isAgreed),
      engagementFalls: engagementFalls(facts),
      doNotContact: creator.doNotContact,
    }),
    load: loadRemark(creator.tier, facts.postsIn30Days),
    renewal: renewalFrom({ id: creatorId, name: creator.name }, facts, today),
    programs: await programsOf(db, facts, followers),
  }
}

function engagementFalls({ engagementMonths }: Partnership): boolean | null {
  const trend = trendOf(engagementMonths)
  return trend && trend.direction === 'falling'
}

/** Campaigns are no programs; all else that runs on is. */
async function programsOf(db: ReadDb, { programs }: Partnership, followers: number | null) {
  const shown = programs.filter(({ kind }) => kind !== 'campaign')
  return Promise.all(
    shown.map(async ({ campaignId, campaignName, kind }) => {
      const { tierOf } = await programTiers(db, campaignId)
      return { campaignId, campaignName, kind, tierName: tierOf(followers)?.label ?? null }
    }),
  )
}
