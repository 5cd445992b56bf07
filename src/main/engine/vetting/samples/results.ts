import type { z } from 'zod'
import type { CommentResult, FollowerResult } from '#src/shared/contract/vetting-samples.ts'
import type { JudgedComments, JudgedFollowers } from '#src/shared/domain/vetting/sample-signals.ts'

export type SampleKind = 'comments' | 'followers'
export type CommentSummary = z.infer<typeof CommentResult>
export type FollowerSummary = z.infer<typeof FollowerResult>

interface Kept {
  id: string
  takenOn: string
  result: string
}

/** A kept sample of comments as the signals take it. */
export function judgedComments({ id, takenOn, result }: Kept): JudgedComments {
  const { judged, verdicts } = JSON.parse(result) as CommentSummary
  const odd = verdicts['promotional/spam'] + verdicts.repeated + verdicts['off-topic']
  return { id, takenOn, judged, odd, generic: verdicts['generic praise'] + verdicts['emoji-only'] }
}

/** A kept sample of followers as the signals take it. */
export function judgedFollowers({ id, takenOn, result }: Kept): JudgedFollowers {
  const { judged, share, interval } = JSON.parse(result) as FollowerSummary
  return { id, takenOn, judged, share, interval }
}
