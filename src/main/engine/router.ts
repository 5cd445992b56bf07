import { lazy } from '@orpc/server'
import { briefs } from './briefs/procedures.ts'
import { campaigns } from './campaigns/procedures.ts'
import { clients } from './clients/procedures.ts'
import { creators } from './creators/procedures.ts'
import { deliverables } from './deliverables/procedures.ts'
import { events } from './events/procedures.ts'
import { measurement } from './measurement/procedures.ts'
import { payouts } from './payouts/procedures.ts'
import { rates } from './rates/procedures.ts'
import { workspace } from './workspace/procedures.ts'

/** Every procedure of the contract, by feature. Those that need much besides, such as the making of PDFs, are loaded when first asked
 *  for. */
export const router = {
  briefs,
  campaigns,
  clients,
  contracts: lazy(async () => ({ default: (await import('./contracts/procedures.ts')).contracts })),
  creators,
  deliverables,
  events,
  exchange: lazy(async () => ({ default: (await import('./exchange/procedures.ts')).exchange })),
  identities: lazy(async () => ({ default: (await import('./contracts/identities/procedures.ts')).identities })),
  measurement,
  payouts,
  rates,
  reports: lazy(async () => ({ default: (await import('./reports/procedures.ts')).reports })),
  vetting: lazy(async () => ({ default: (await import('./vetting/procedures.ts')).vetting })),
  workspace,
}
export type Router = typeof router
