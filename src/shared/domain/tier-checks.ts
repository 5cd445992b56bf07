import { TIERS, type Tier, type TierBand } from './tiers.ts'

/** What is wrong with edited bands. A gap doesn't stop: some sources leave one, and accounts in it simply have no tier. */
export type BandProblem = { readonly tier: Tier | null; readonly problem: string; readonly stops: boolean }

const count = new Intl.NumberFormat('en-US')

/** Checks the bands an agency has edited; empty where they can be used as they are. */
export function checkBands(bands: readonly TierBand[]): BandProblem[] {
  if (bands.length === 0) return [{ tier: null, problem: 'At least one tier needs a band.', stops: true }]
  return bands.flatMap((band, place) => [...checkBand(band), ...checkNeighbours(band, bands[place + 1])])
}

function checkBand({ tier, from, to }: TierBand): BandProblem[] {
  if (!isWholeCount(from)) return [stop(tier, `The lower bound of ${tier} must be a whole number, 0 or more.`)]
  if (to === null) return []
  if (!isWholeCount(to)) return [stop(tier, `The upper bound of ${tier} must be a whole number, or empty for no upper bound.`)]
  return from < to ? [] : [stop(tier, `${capitalised(tier)} must end above where it begins, at more than ${count.format(from)} followers.`)]
}

function checkNeighbours(band: TierBand, next: TierBand | undefined): BandProblem[] {
  if (next === undefined) return []
  if (next.tier === band.tier) return [stop(next.tier, `${capitalised(next.tier)} has two bands; a tier has one.`)]
  if (TIERS.indexOf(next.tier) < TIERS.indexOf(band.tier) || next.from <= band.from) {
    return [stop(next.tier, `The bands must ascend: ${next.tier} stands after ${band.tier}, so it must be larger.`)]
  }
  if (band.to === null) return [stop(band.tier, `${capitalised(band.tier)} has no upper bound, so no ${next.tier} can follow it.`)]
  if (band.to > next.from) {
    const overlap = `${count.format(next.from)} and ${count.format(band.to)} followers`
    return [stop(next.tier, `${capitalised(band.tier)} and ${next.tier} overlap between ${overlap}.`)]
  }
  if (band.to === next.from) return []
  const gap = `Accounts with ${count.format(band.to)} to ${count.format(next.from - 1)} followers would have no tier.`
  return [{ tier: next.tier, problem: gap, stops: false }]
}

function stop(tier: Tier, problem: string): BandProblem {
  return { tier, problem, stops: true }
}

function isWholeCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
