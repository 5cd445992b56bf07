/** Every field a clause may ask for, as `{{field}}`. Labels, sources and examples: resources/contracts/fields.*.json. */
export const mergeFields = [
  'contract.date',
  'agency.name',
  'agency.address',
  'agency.representative',
  'client.name',
  'creator.name',
  'creator.address',
  'creator.accounts',
  'campaign.name',
  'campaign.start',
  'campaign.end',
  'deliverables.summary',
  'brief.tags',
  'brief.restrictions',
  'posting.liveDays',
  'product.description',
  'product.value',
  'compensation.description',
  'compensation.currency',
  'payment.days',
  'payment.trigger',
  'payment.method',
  'approval.days',
  'approval.rounds',
  'usage.months',
  'usage.channels',
  'usage.territory',
  'exclusivity.category',
  'exclusivity.days',
  'disclosure.tags',
  'contact.crisis',
  'cancellation.days',
  'dispute.days',
  'law.country',
  'law.venue',
] as const

export type MergeField = (typeof mergeFields)[number]

/** Values of the fields as they are to read in the contract (dates and amounts already written out).
 *  Null or absent: not known, which leaves a marked blank. Empty: known to be none, which leaves out what is optional. */
export type MergeValues = Partial<Record<MergeField, string | null>>
