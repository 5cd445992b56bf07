import type { z } from 'zod'
import type { BriefContent as BriefContentSchema } from '#src/shared/contract/briefs.ts'

export type BriefContent = z.infer<typeof BriefContentSchema>

/** A brief in which nothing has been written yet. Its keys are the parts of facts.md §7, in the order a creator reads them. */
export const emptyBrief: BriefContent = {
  goal: '',
  keyMessages: [],
  deliverables: [],
  hashtags: [],
  mentions: [],
  approvalSteps: [],
  restrictions: '',
  creativeFreedom: '',
  usageMonths: null,
  usageChannels: [],
  exclusivityDays: null,
  paymentTerms: '',
  paymentDays: null,
  disclosure: '',
  links: [],
}
