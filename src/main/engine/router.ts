import { lazy } from '@orpc/server'
import { briefs } from './briefs/procedures.ts'
import { campaigns } from './campaigns/procedures.ts'
import { clients } from './clients/procedures.ts'
import { audiences } from './creators/audience/procedures.ts'
import { duplicates } from './creators/duplicates/procedures.ts'
import { creators } from './creators/procedures.ts'
import { profiles } from './creators/profile/procedures.ts'
import { deliverables } from './deliverables/procedures.ts'
import { events } from './events/procedures.ts'
import { measurement } from './measurement/procedures.ts'
import { payouts } from './payouts/procedures.ts'
import { rates } from './rates/procedures.ts'
import { relationship } from './relationship/procedures.ts'
import { shortlists } from './shortlists/procedures.ts'
import { views } from './views/procedures.ts'
import { workspace } from './workspace/procedures.ts'

/** Every procedure of the contract, by feature. Those that need much besides, such as the making of PDFs, are loaded when first asked
 *  for. */
export const router = {
  audiences,
  briefs,
  campaigns,
  clients,
  contracts: lazy(async () => ({ default: (await import('./contracts/procedures.ts')).contracts })),
  creators,
  deliverables,
  duplicates,
  events,
  exchange: lazy(async () => ({ default: (await import('./exchange/procedures.ts')).exchange })),
  identities: lazy(async () => ({ default: (await import('./contracts/identities/procedures.ts')).identities })),
  match: lazy(async () => ({ default: (await import('./match/procedures.ts')).match })),
  measurement,
  payouts,
  profiles,
  rates,
  relationship,
  reports: lazy(async () => ({ default: (await import('./reports/procedures.ts')).reports })),
  shortlists,
  vetting: lazy(async () => ({ default: (await import('./vetting/procedures.ts')).vetting })),
  views,
  workspace,
}
export type Router = typeof router
