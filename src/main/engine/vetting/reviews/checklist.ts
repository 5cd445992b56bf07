import type { z } from 'zod'
import data from '../../../../../resources/vetting/checklist.json' with { type: 'json' }
import type { ReviewItem } from '#src/shared/contract/vetting-reviews.ts'
import { SIGNALS } from '#src/shared/domain/vetting/signal.ts'

export type Item = z.infer<typeof ReviewItem>

/** A review's questions as they are kept with it: later changes of the list leave old reviews as they were asked. */
export interface Checklist {
  source: string
  items: Item[]
}

/** The questions of a new review, all open. */
export function openChecklist(): Checklist {
  const items = data.steps.flatMap(({ title, items }) =>
    items.map(({ id, question, signals }) => ({
      id,
      step: title,
      question,
      signals: SIGNALS.filter((signal) => signals.includes(signal)),
      answer: null,
      finding: '',
    })),
  )
  return { source: data.source, items }
}

export function checklistIn(json: string): Checklist {
  return JSON.parse(json) as Checklist
}
