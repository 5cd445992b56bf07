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
    'campaigns',
    'briefs',
    'contracts',
    'payouts',
    'measurement',
    'deliverables',
    'reports',
    'rates',
    'vetting',
    'match',
  ],
  account: ['creators', 'audiences', 'profiles', 'duplicates', 'campaigns', 'measurement', 'reports', 'rates', 'vetting', 'match'],
  snapshot: ['creators', 'duplicates', 'campaigns', 'reports', 'rates', 'vetting', 'match'],
  rate: ['creators', 'reports', 'match'],
  client: ['clients', 'campaigns', 'contracts', 'payouts', 'measurement', 'creators', 'match'],
  campaign: [...work, 'clients', 'briefs', 'match'],
  brief: ['briefs', 'campaigns', 'contracts', 'match'],
  brief_receipt: ['briefs', 'campaigns'],
  collaboration: [...work, 'briefs', 'duplicates', 'match'],
  deliverable: ['deliverables', 'campaigns', 'measurement', 'contracts', 'rates', 'match'],
  contract: ['contracts', 'campaigns'],
  contract_document: ['contracts'],
  contract_version: ['contracts'],
  contract_event: ['contracts'],
  contract_obligation: ['contracts', 'deliverables', 'payouts', 'match'],
  contract_signature: ['contracts', 'campaigns'],
  signing_identity: ['contracts', 'identities'],
  trusted_authority: ['contracts'],
  payout: ['payouts', 'campaigns', 'measurement'],
  result: ['measurement', 'campaigns', 'reports'],
  expense: ['measurement', 'campaigns'],
  sales_order: ['measurement', 'campaigns'],
  content_sample: ['creators', 'profiles', 'audiences', 'vetting', 'match'],
  audience: ['creators', 'audiences', 'profiles', 'vetting', 'match'],
  vetting_review: ['vetting', 'match'],
  vetting_sample: ['vetting', 'match'],
  import_batch: [],
  import_mapping: [],
}

/** The features whose answers may differ after `tables` changed; null when any may (no tables given, or a table nobody listed). */
export function featuresTouchedBy(tables: readonly string[]): ReadonlySet<string> | null {
  if (tables.length === 0 || tables.some((table) => !Object.hasOwn(readers, table))) return null
  return new Set([...everyPage, ...tables.flatMap((table) => readers[table] ?? [])])
}
