import type { z } from 'zod'
import type { TodayItem } from '#src/shared/contract/workspace.ts'

export type Item = z.infer<typeof TodayItem>

export const columns = ['overdue', 'today', 'next seven days'] as const

export const columnWords: Readonly<Record<Item['column'], { title: string; empty: string }>> = {
  overdue: { title: 'Overdue', empty: 'Nothing is late.' },
  today: { title: 'Today', empty: 'Nothing more today.' },
  'next seven days': { title: 'Next seven days', empty: 'Nothing is due this week.' },
}

export const kindWords: Readonly<Record<Item['kind'], string>> = {
  'contract to sign': 'Contract to sign',
  'contract to countersign': 'Contract to countersign',
  'contract to approve': 'Contract to approve',
  'contract ends': 'Contract ends',
  'obligation due': 'Obligation due',
  'draft to review': 'Draft to review',
  'post due': 'Post due',
  'payout due': 'Payout due',
  'brief unconfirmed': 'Brief unconfirmed',
  'silent creator': 'Silent creator',
  'vetting to re-check': 'Vetting to re-check',
}
