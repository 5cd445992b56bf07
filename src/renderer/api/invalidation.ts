import type { Contract } from '#src/shared/contract/index.ts'

type Feature = keyof Contract

const everyPage: readonly Feature[] = ['workspace']
const work: readonly Feature[] = ['campaigns', 'deliverables', 'contracts', 'payouts', 'measurement', 'creators', 'rates']

/** Which features' answers are made from a table; a table that is not listed may be in any of them. */
const readers: Readonly<Record<string, readonly Feature[]>> = {
  creator: [
    'creators',
    'profiles',
    'duplicates',
    'shortlists',
    'campaigns',
    'briefs',
    'contracts',
    'payouts',
    'measurement',
    'deliverables',
    'reports',
    'rates',
    'vetting',
  ],
  account: ['creators', 'shortlists', 'audiences', 'profiles', 'duplicates', 'campaigns', 'measurement', 'reports', 'rates', 'vetting'],
  snapshot: ['creators', 'shortlists', 'duplicates', 'campaigns', 'reports', 'rates', 'vetting'],
  rate: ['creators', 'reports'],
  client: ['clients', 'shortlists', 'campaigns', 'contracts', 'payouts', 'measurement', 'creators'],
  campaign: [...work, 'shortlists', 'clients', 'briefs'],
  brief: ['briefs', 'campaigns', 'contracts'],
  brief_receipt: ['briefs', 'campaigns'],
  collaboration: [...work, 'shortlists', 'briefs', 'duplicates'],
  deliverable: ['deliverables', 'campaigns', 'measurement', 'contracts', 'rates'],
  contract: ['contracts', 'campaigns'],
  contract_document: ['contracts'],
  contract_version: ['contracts'],
  contract_event: ['contracts'],
  contract_obligation: ['contracts', 'deliverables', 'payouts'],
  contract_signature: ['contracts', 'campaigns'],
  signing_identity: ['contracts', 'identities'],
  trusted_authority: ['contracts'],
  payout: ['payouts', 'campaigns', 'measurement'],
  result: ['measurement', 'campaigns', 'reports'],
  expense: ['measurement', 'campaigns'],
  sales_order: ['measurement', 'campaigns'],
  roster_view: ['views'],
  shortlist: ['shortlists'],
  shortlist_entry: ['shortlists'],
  content_sample: ['creators', 'profiles', 'reports', 'vetting'],
  audience: ['creators', 'audiences', 'profiles', 'reports', 'vetting'],
  vetting_review: ['vetting', 'creators'],
  vetting_sample: ['vetting'],
  import_batch: [],
  import_mapping: [],
}

/** The features whose answers may differ after `tables` changed; null when any may (no tables given, or a table nobody listed). */
export function featuresTouchedBy(tables: readonly string[]): ReadonlySet<string> | null {
  if (tables.length === 0 || tables.some((table) => !Object.hasOwn(readers, table))) return null
  return new Set([...everyPage, ...tables.flatMap((table) => readers[table] ?? [])])
}
