import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { LikeRow, match } from '#src/shared/contract/match.ts'
import { labelKey, likenessFacts } from '#src/shared/domain/match/likeness.ts'
import type { CandidateFacts } from '#src/shared/domain/match/need.ts'
import { scoreOf, UNKNOWN_POINTS } from '#src/shared/domain/match/score.ts'
import { rarity } from '#src/shared/domain/match/word-fit.ts'
import type { EngineContext } from '../context.ts'
import { LINE } from '../creators/roster/columns.ts'
import { rosterOf, type Roster } from '../creators/roster/roster.ts'
import { settingsOf } from '../workspace/settings.ts'
import { bandsIn } from '../workspace/tier-bands.ts'
import { bestOf } from './best-of.ts'
import { notToContact } from './conditions.ts'
import { lookAt, type Looked } from './details.ts'
import { activeLines } from './narrow.ts'
import { shown } from './shown.ts'

type Answer = z.infer<(typeof match.like)['~orpc']['outputSchema'] & z.ZodType>
type Row = z.infer<typeof LikeRow>

const mostLookedAt = 320

/** Creators like one that is held up, the most alike first. Archived ones and those who are not to be contacted are left out. Raises
 *  NOT_FOUND. */
export async function creatorsLike(
  { read, workspace, ports }: Pick<EngineContext, 'workspace' | 'read' | 'ports'>,
  { creatorId, top }: { creatorId: string; top: number },
): Promise<Answer> {
  const [settings, roster] = [await settingsOf(read), await rosterOf(workspace)]
  const line = roster.reader.lineOf(creatorId)?.[0] ?? raise('NOT_FOUND', 'This creator is no longer in the workspace.')
  const looking = { bands: bandsIn(settings), benchmarkSetId: settings.benchmarkSetId, clientId: null, today: ports.clock.today() }
  const [to] = await lookAt(read, [line], looking)
  if (!to) return raise('NOT_FOUND', 'This creator is no longer in the workspace.')
  const rarities = labelRarities(roster)
  const rarityOf = (label: string) => rarities.get(label) ?? rarity(activeLines(roster), 0)
  const lines = nearestLines(roster, to, rarityOf, new Set([line, ...(await notToContact(read))]))
  const looked = await lookAt(read, lines, looking)
  const ranked = looked
    .map((one) => ({ one, likeness: scoreOf(likenessFacts(to.facts, one.facts, rarityOf)) }))
    .toSorted((a, b) => (b.likeness.points ?? UNKNOWN_POINTS) - (a.likeness.points ?? UNKNOWN_POINTS) || a.one.line - b.one.line)
  return {
    creator: shown(to),
    rows: ranked
      .slice(0, top)
      .map(({ one, likeness }, at): Row => ({ ...shown(one), rank: at + 1, likeness: { ...likeness, facts: [...likeness.facts] } })),
    lookedAt: looked.length,
    notes: missingOf(to),
  }
}

function missingOf({ name, facts: { niches, audience, followers } }: Looked): string[] {
  const missing = [niches.length === 0 && 'niches', audience === null && 'audience', followers === null && 'followers'].filter(
    (word) => word !== false,
  )
  return missing.length === 0 ? [] : [`${name} has no ${missing.join(' and no ')} on file, so nobody is compared by that.`]
}

/** How much each niche or tag tells creators apart, by its key. */
function labelRarities({ labels, columns, ...roster }: Roster): Map<string, number> {
  const counts = new Map<string, number>()
  for (const kind of ['niche', 'tag'] as const) {
    for (const [label, lines] of labels.all(kind)) {
      const key = labelKey(label)
      counts.set(key, (counts.get(key) ?? 0) + lines.length)
    }
  }
  const creators = activeLines({ labels, columns, ...roster })
  return new Map([...counts].map(([key, count]) => [key, rarity(creators, count)]))
}

/** First pass: every line by its niches, tags, size, platform and engagement, as the whole likeness weighs them. */
function nearestLines(roster: Roster, { facts }: Looked, rarityOf: (label: string) => number, without: ReadonlySet<number>): number[] {
  const { state, size } = roster.columns
  const points = new Float64Array(size)
  addLabels(roster, 'niche', facts.niches, rarityOf, 4, points)
  addLabels(roster, 'tag', facts.tags, rarityOf, 1, points)
  addFigures(roster, facts, points)
  const lines: number[] = []
  for (let line = 1; line < size; line++) if (state[line] === LINE.active && !without.has(line)) lines.push(line)
  const most = 9
  return bestOf(
    lines,
    lines.map((line) => (100 * (points[line] as number)) / most),
    mostLookedAt,
  )
}

function addLabels(
  { labels }: Roster,
  kind: 'niche' | 'tag',
  wanted: readonly string[],
  rarityOf: (label: string) => number,
  weight: number,
  points: Float64Array,
): void {
  const keys = new Set(wanted.map(labelKey))
  const all = [...keys].reduce((sum, key) => sum + rarityOf(key), 0)
  if (all === 0) return
  for (const [label, lines] of labels.all(kind)) {
    const key = labelKey(label)
    if (!keys.has(key)) continue
    const share = (weight * rarityOf(key)) / all
    for (let at = 0; at < lines.length; at++) (points[lines[at] as number] as number) += share
  }
}

function addFigures({ columns, words }: Roster, facts: CandidateFacts, points: Float64Array): void {
  const platform = facts.platforms[0] === undefined ? -1 : words.platform.find(facts.platforms[0])
  for (let line = 1; line < columns.size; line++) {
    const [followers, rate] = [columns.followers[line] as number, columns.engagement[line] as number]
    let sum = columns.platform[line] === platform ? 1 : 0
    if (facts.followers && followers > 0) sum += 2 * Math.max(0, 1 - Math.abs(Math.log10(followers / facts.followers)))
    if (facts.engagementBp && rate >= 0) sum += Math.min(rate, facts.engagementBp) / Math.max(rate, facts.engagementBp)
    ;(points[line] as number) += sum
  }
}
