import type { CampaignWithWork } from './campaign-words.ts'

/** One step of the way from plan to result, and how far it has come. */
export interface PlanStep {
  label: string
  /** What is done, or what comes first. */
  detail: string
  done: number
  total: number
  part: 'brief' | 'creators' | 'contracts' | 'deliverables' | 'results'
}

/** The way of a campaign in the order of the work; a step without a total has nothing to count yet. */
export function planSteps({ collaborations }: CampaignWithWork, briefVersion: number): PlanStep[] {
  const taking = collaborations.filter(({ stage }) => stage !== 'declined')
  const count = (test: (one: CampaignWithWork['collaborations'][number]) => boolean) => taking.filter(test).length
  const total = taking.length
  const posts = taking.reduce((sum, { deliverables }) => sum + deliverables.total, 0)
  const posted = taking.reduce((sum, { deliverables }) => sum + deliverables.posted, 0)
  const owed = taking.filter(({ payouts }) => payouts.plannedMinor + payouts.paidMinor > 0)
  return [
    {
      label: 'Write the brief',
      detail: briefVersion > 0 ? `Version ${briefVersion}` : 'Goal, points, deliverables, dates',
      done: briefVersion > 0 ? 1 : 0,
      total: 1,
      part: 'brief',
    },
    {
      label: 'Choose creators',
      detail: total > 0 ? `${total} in the campaign` : 'From the roster',
      done: total > 0 ? 1 : 0,
      total: 1,
      part: 'creators',
    },
    {
      label: 'Agree compensation',
      detail: ofAll(
        count(({ compensation }) => compensation !== null),
        total,
        'agreed',
      ),
      done: count(({ compensation }) => compensation !== null),
      total,
      part: 'creators',
    },
    {
      label: 'Send the brief',
      detail: ofAll(
        count(({ briefSentAt }) => briefSentAt !== null),
        total,
        'received it',
      ),
      done: count(({ briefSentAt }) => briefSentAt !== null),
      total,
      part: 'brief',
    },
    {
      label: 'Sign contracts',
      detail: ofAll(
        count(({ contract }) => contract?.status === 'signed by all'),
        total,
        'signed',
      ),
      done: count(({ contract }) => contract?.status === 'signed by all'),
      total,
      part: 'contracts',
    },
    { label: 'Publish posts', detail: ofAll(posted, posts, 'live'), done: posted, total: posts, part: 'deliverables' },
    {
      label: 'Pay creators',
      detail: ofAll(owed.filter(({ payouts }) => payouts.plannedMinor === 0).length, owed.length, 'paid'),
      done: owed.filter(({ payouts }) => payouts.plannedMinor === 0).length,
      total: owed.length,
      part: 'creators',
    },
  ]
}

function ofAll(done: number, total: number, word: string): string {
  return total === 0 ? 'Nothing yet' : `${done} of ${total} ${word}`
}
