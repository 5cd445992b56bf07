import type { z } from 'zod'
import type { MatchRow, MatchWeights } from '#src/shared/contract/match.ts'
import { CRITERIA, type Criterion } from '#src/shared/domain/match/score.ts'
import type { Column } from '../../ui/table/columns.ts'
import { TierChip } from '../../ui/TierChip.tsx'
import classes from './match.module.css'
import type { Need } from './match-search.ts'
import { ScoreBar } from './ScoreBar.tsx'
import { WhoCell } from './WhoCell.tsx'

export type Match = z.infer<typeof MatchRow>
export type Weights = z.infer<typeof MatchWeights>

export const criterionWords: Readonly<Record<Criterion, { title: string; short: string; says: string }>> = {
  relevance: { title: 'Relevance', short: 'Relevance', says: 'What they are about, and whom they reach' },
  credibility: { title: 'Credibility', short: 'Credibility', says: 'Whether their audience is real and answers' },
  creative: { title: 'Creative fit', short: 'Creative', says: 'Whether they make what is needed, where it is needed' },
  operational: { title: 'Operational fit', short: 'Operations', says: 'Price, contact, load and promises to others' },
}

const who: Column<Match> = {
  id: 'name',
  header: 'Creator',
  width: 160,
  grow: 2,
  value: ({ name }) => name,
  cell: (row) => <WhoCell row={row} />,
}
const rank: Column<Match> = { id: 'rank', header: '#', width: 34, grow: 0, align: 'end', value: (row) => row.rank, cell: (row) => row.rank }
const tier: Column<Match> = { id: 'tier', header: 'Tier', width: 50, grow: 0, cell: (row) => <TierChip tier={row.tier} /> }
const place: Column<Match> = {
  id: 'place',
  header: 'Place',
  width: 70,
  grow: 0,
  cell: ({ slot }) => (slot ? `${slot.number} of ${slot.of}` : <span className={classes.soft}>Reserve</span>),
}
const score: Column<Match> = {
  id: 'score',
  header: 'Score',
  width: 70,
  grow: 0,
  align: 'end',
  isDescendingFirst: true,
  value: ({ total }) => total.points,
  cell: ({ total }) => (
    <span className={classes.score} title={`${Math.round(total.confidence * 100)} % of what it is made from is known`}>
      {Math.round(total.points)}
      <span className={classes.sure}>{Math.round(total.confidence * 100)} %</span>
    </span>
  ),
}
const bars = CRITERIA.map((criterion): Column<Match> => ({
  id: criterion,
  header: criterionWords[criterion].short,
  width: 72,
  grow: 0.4,
  isDescendingFirst: true,
  value: ({ scores }) => scores[criterion].points,
  cell: ({ scores }) => <ScoreBar label={criterionWords[criterion].title} score={scores[criterion]} />,
}))

const withPlaces = [rank, who, tier, place, score, ...bars]
const withoutPlaces = [rank, who, tier, score, ...bars]

/** Columns of the ranked list; places only where a number of a tier was asked for. */
export function columnsFor({ tiers }: Need): readonly Column<Match>[] {
  return tiers.some(({ count }) => count > 0) ? withPlaces : withoutPlaces
}
