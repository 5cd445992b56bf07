import type { Contract } from '#src/shared/contract/index.ts'

type Feature = keyof Contract

const everyPage: readonly Feature[] = ['workspace']
const work: readonly Feature[] = ['campaigns', 'deliverables', 'contracts', 'payouts', 'measurement', 'creators', 'rates']

/** Which features' answers are made from a table; a table that is not listed may be in any of them. */
const readers: Readonly<Record<string, readonly Feature[]>> = {
  creator: [
    'relationship',
    'creators',
    'campaigns',
    'briefs',
    'contracts',
    'payouts',
    'measurement',
    'deliverables',
    'reports',
    'rates',
    'vetting',
    'profiles',
    'duplicates',
    'shortlists',
    'match',
  ],
  account: [
    'creators',
    'campaigns',
    'measurement',
    'reports',
    'rates',
    'vetting',
    'audiences',
    'profiles',
    'duplicates',
    'shortlists',
    'match',
  ],
  snapshot: ['relationship', 'creators', 'campaigns', 'reports', 'rates', 'vetting', 'duplicates', 'shortlists', 'match'],
  rate: ['creators', 'reports', 'match'],
  client: ['clients', 'campaigns', 'contracts', 'payouts', 'measurement', 'creators', 'shortlists', 'match', 'reports'],
  campaign: [...work, 'clients', 'briefs', 'relationship', 'shortlists', 'match'],
  brief: ['briefs', 'campaigns', 'contracts', 'match'],
  brief_receipt: ['briefs', 'campaigns'],
  collaboration: ['relationship', ...work, 'briefs', 'shortlists', 'duplicates', 'match'],
  deliverable: ['relationship', 'deliverables', 'campaigns', 'measurement', 'contracts', 'rates', 'match', 'reports'],
  contract: ['contracts', 'campaigns'],
  contract_document: ['contracts'],
  contract_version: ['contracts'],
  contract_event: ['contracts'],
  contract_obligation: ['contracts', 'deliverables', 'payouts', 'match'],
  contract_signature: ['contracts', 'campaigns'],
  signing_identity: ['contracts', 'identities'],
  trusted_authority: ['contracts'],
  payout: ['payouts', 'campaigns', 'measurement'],
  result: ['relationship', 'measurement', 'campaigns', 'reports'],
  expense: ['measurement', 'campaigns'],
  sales_order: ['relationship', 'measurement', 'campaigns'],
  contact_log: ['relationship'],
  creator_reminder: ['relationship'],
  program_tier: ['relationship'],
  content_sample: ['creators', 'vetting', 'match', 'profiles', 'reports', 'audiences'],
  audience: ['creators', 'vetting', 'match', 'audiences', 'profiles', 'reports'],
  vetting_review: ['vetting', 'match', 'creators'],
  vetting_sample: ['vetting', 'match'],
  roster_view: ['views'],
  shortlist: ['shortlists'],
  shortlist_entry: ['shortlists'],
  import_batch: [],
  import_mapping: [],
}

/** The features whose answers may differ after `tables` changed; null when any may (no tables given, or a table nobody listed). */
export function featuresTouchedBy(tables: readonly string[]): ReadonlySet<string> | null {
  if (tables.length === 0 || tables.some((table) => !Object.hasOwn(readers, table))) return null
  return new Set([...everyPage, ...tables.flatMap((table) => readers[table] ?? [])])
}
