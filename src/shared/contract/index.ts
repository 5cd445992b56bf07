import { audiences } from './audiences.ts'
import { briefs } from './briefs.ts'
import { campaigns } from './campaigns.ts'
import { clients } from './clients.ts'
import { contracts } from './contracts.ts'
import { creators } from './creators.ts'
import { deliverables } from './deliverables.ts'
import { duplicates } from './duplicates.ts'
import { events } from './events.ts'
import { exchange } from './exchange.ts'
import { identities } from './identities.ts'
import { match } from './match.ts'
import { measurement } from './measurement.ts'
import { payouts } from './payouts.ts'
import { speakPlainly } from './problems.ts'
import { profiles } from './profiles.ts'
import { rates } from './rates.ts'
import { reports } from './reports.ts'
import { shortlists } from './shortlists.ts'
import { vetting } from './vetting.ts'
import { workspace } from './workspace.ts'

speakPlainly()

/** Everything that may cross a process boundary. */
export const contract = {
  workspace,
  creators,
  profiles,
  audiences,
  duplicates,
  vetting,
  clients,
  campaigns,
  briefs,
  deliverables,
  contracts,
  identities,
  payouts,
  match,
  measurement,
  rates,
  reports,
  shortlists,
  exchange,
  events,
}
export type Contract = typeof contract
