import { briefs } from './briefs/procedures.ts'
import { campaigns } from './campaigns/procedures.ts'
import { clients } from './clients/procedures.ts'
import { identities } from './contracts/identities/procedures.ts'
import { contracts } from './contracts/procedures.ts'
import { audiences } from './creators/audience/procedures.ts'
import { duplicates } from './creators/duplicates/procedures.ts'
import { creators } from './creators/procedures.ts'
import { profiles } from './creators/profile/procedures.ts'
import { deliverables } from './deliverables/procedures.ts'
import { events } from './events/procedures.ts'
import { exchange } from './exchange/procedures.ts'
import { match } from './match/procedures.ts'
import { measurement } from './measurement/procedures.ts'
import { payouts } from './payouts/procedures.ts'
import { rates } from './rates/procedures.ts'
import { reports } from './reports/procedures.ts'
import { shortlists } from './shortlists/procedures.ts'
import { vetting } from './vetting/procedures.ts'
import { workspace } from './workspace/procedures.ts'

/** Every procedure of the contract, by feature. */
export const router = {
  audiences,
  briefs,
  campaigns,
  clients,
  contracts,
  creators,
  deliverables,
  duplicates,
  events,
  exchange,
  identities,
  match,
  measurement,
  payouts,
  profiles,
  rates,
  reports,
  shortlists,
  vetting,
  workspace,
}
export type Router = typeof router
