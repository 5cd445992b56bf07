import type { Command } from '../command.ts'
import { authorityCommands } from './authorities.ts'
import { briefCommands } from './briefs.ts'
import { callCommands } from './call.ts'
import { campaignCommands } from './campaigns.ts'
import { clientCommands } from './clients.ts'
import { collaborationCommands } from './collaborations.ts'
import { contractLibraryCommands } from './contract-library.ts'
import { contractLifeCommands } from './contract-life.ts'
import { contractCommands } from './contracts.ts'
import { creatorCommands } from './creators.ts'
import { creatorDepthCommands } from './creator-depth.ts'
import { duplicateCommands } from './duplicates.ts'
import { deliverableCommands } from './deliverables.ts'
import { exchangeCommands } from './exchange.ts'
import { identityCommands } from './identities.ts'
import { importExportCommands } from './import-export.ts'
import { keepingCommands } from './keeping.ts'
import { makingCommands } from './making.ts'
import { matchCommands } from './match.ts'
import { measurementCommands } from './measurement.ts'
import { payoutCommands } from './payouts.ts'
import { rateCommands } from './rates.ts'
import { reportCommands } from './reports.ts'
import { returnedCommands } from './returned.ts'
import { serveCommands } from './serve.ts'
import { signingCommands } from './signing.ts'
import { verifyingCommands } from './verifying.ts'
import { vettingCommands } from './vetting.ts'
import { workspaceCommands } from './workspace.ts'

/** Every command, in the order in which the help lists them: that of the work. */
export const commands: readonly Command[] = [
  ...makingCommands,
  ...workspaceCommands,
  ...keepingCommands,
  ...importExportCommands,
  ...creatorCommands,
  ...matchCommands,
  ...creatorDepthCommands,
  ...duplicateCommands,
  ...rateCommands,
  ...vettingCommands,
  ...clientCommands,
  ...campaignCommands,
  ...collaborationCommands,
  ...exchangeCommands,
  ...briefCommands,
  ...deliverableCommands,
  ...contractLibraryCommands,
  ...contractCommands,
  ...contractLifeCommands,
  ...signingCommands,
  ...verifyingCommands,
  ...returnedCommands,
  ...identityCommands,
  ...authorityCommands,
  ...payoutCommands,
  ...measurementCommands,
  ...reportCommands,
  ...serveCommands,
  ...callCommands,
]
