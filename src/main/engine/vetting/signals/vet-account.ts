import { addMonths } from '#src/shared/domain/dates.ts'
import { credibility, type Credibility } from '#src/shared/domain/vetting/credibility.ts'
import { soundFigures, type Finding } from '#src/shared/domain/vetting/figures.ts'
import type { Signal } from '#src/shared/domain/vetting/signal.ts'
import { signalsOf, type Yardsticks } from '#src/shared/domain/vetting/signals.ts'
import { judgedComments, judgedFollowers } from '../samples/results.ts'
import type { AccountFace, AccountReader } from './account-reader.ts'

export interface VettedFace {
  signals: Signal[]
  credibility: Credibility
  /** Rows that cannot be so. */
  findings: Finding[]
}

/** Older samples say nothing of an audience as it is. */
const monthsOfSamples = 12

/** Everything vetting computes for one account from what is on file. */
export function vetAccount(reader: AccountReader, face: AccountFace, yardsticks: Yardsticks, today: string): VettedFace {
  const { accountId, creatorId, platform } = face
  const { figures, findings } = soundFigures(reader.figures(accountId), today)
  const samples = reader.samples(accountId, addMonths(today, -monthsOfSamples))
  const account = {
    platform,
    figures,
    posts: reader.posts(creatorId, accountId),
    audience: yardsticks.target ? reader.audience(accountId) : null,
    comments: samples.filter(({ kind }) => kind === 'comments').map(judgedComments),
    followers: samples.filter(({ kind }) => kind === 'followers').map(judgedFollowers),
  }
  const signals = signalsOf(account, yardsticks)
  return { signals, credibility: credibility(signals), findings }
}
