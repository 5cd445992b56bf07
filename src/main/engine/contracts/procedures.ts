import { identityOf } from '../workspace/identity.ts'
import { mutations, queries, tasks } from '../os.ts'
import { addAuthority } from './add-authority.ts'
import { distrustAuthority, listAuthorities, trustAuthority } from './authorities.ts'
import { amendContract } from './amend.ts'
import { checkContracts } from './checks/checks.ts'
import { createContracts } from './create.ts'
import { updateContract } from './edit.ts'
import { listClauses, listLanguages, listTemplates } from './offered.ts'
import { listObligations } from './obligations/list.ts'
import { markObligations } from './obligations/mark.ts'
import { remindOfContracts } from './reminders.ts'
import { setContractStatus } from './status.ts'
import { contractWords } from './versions.ts'
import { readDocument, saveDocument } from './documents.ts'
import { drawContract } from './fill.ts'
import { renderContracts } from './render.ts'
import { contractOf, listContracts } from './rows.ts'
import { showContract } from './show.ts'
import { makeSigningPage } from './signing-page.ts'
import { importSigned } from './returned/import.ts'
import { attachScan } from './returned/scan.ts'
import { redline } from './redline.ts'
import { showTrail } from './trail-shown.ts'
import { signContracts } from './signing/sign-many.ts'
import { countersignContract, signContract } from './signing/sign.ts'
import { verifyFile, verifyKept } from './verify.ts'

export const contracts = {
  languages: queries.contracts.languages.handler(() => listLanguages()),
  templates: queries.contracts.templates.handler(({ input, context }) => listTemplates(context.read, input.language)),
  clauses: queries.contracts.clauses.handler(({ input, context }) => listClauses(context.read, input)),
  list: queries.contracts.list.handler(({ input, context }) => listContracts(context.read, input, context.ports.clock.today())),
  show: queries.contracts.show.handler(async ({ input, context }) =>
    showContract(context.read, input.id, (await identityOf(context.read)).name, context.ports.clock.today()),
  ),
  create: tasks.contracts.create.handler(({ input, context }) => createContracts(context, input)),
  update: mutations.contracts.update.handler(({ input, context }) => updateContract(context, input)),
  remind: mutations.contracts.remind.handler(({ input, context }) => remindOfContracts(context, input)),
  checks: queries.contracts.checks.handler(({ input, context }) => checkContracts(context.read, input.ids, context.ports.clock.today())),
  amend: mutations.contracts.amend.handler(({ input, context }) => amendContract(context, input.id)),
  words: queries.contracts.words.handler(({ input, context }) => contractWords(context.read, input.id, input.which)),
  obligations: queries.contracts.obligations.handler(({ input, context }) =>
    listObligations(context.read, input, context.ports.clock.today()),
  ),
  markObligations: mutations.contracts.markObligations.handler(({ input, context }) => markObligations(context, input)),
  setStatus: mutations.contracts.setStatus.handler(({ input, context }) => setContractStatus(context, input)),
  preview: queries.contracts.preview.handler(async ({ input, context }) => {
    const { bytes, pages } = await drawContract(context, context.read, await contractOf(context.read, input.id))
    return { pdf: new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), pages }
  }),
  document: queries.contracts.document.handler(({ input, context }) => readDocument(context, input.documentId)),
  render: tasks.contracts.render.handler(({ input, context }) => renderContracts(context, input.ids, input.file)),
  saveDocument: tasks.contracts.saveDocument.handler(({ input, context }) => saveDocument(context, input)),
  sign: tasks.contracts.sign.handler(({ input, context }) => signContract(context, input)),
  signMany: tasks.contracts.signMany.handler(({ input, context }) => signContracts(context, input)),
  countersign: tasks.contracts.countersign.handler(({ input, context }) => countersignContract(context, input)),
  sendPage: tasks.contracts.sendPage.handler(({ input, context }) => makeSigningPage(context, input)),
  importSigned: tasks.contracts.importSigned.handler(({ input, context }) => importSigned(context, input)),
  attachScan: tasks.contracts.attachScan.handler(({ input, context }) => attachScan(context, input)),
  redline: tasks.contracts.redline.handler(({ input, context }) => redline(context, input)),
  trail: queries.contracts.trail.handler(({ input, context }) => showTrail(context.read, input.id)),
  verify: tasks.contracts.verify.handler(({ input, context }) => verifyFile(context, input.file)),
  verifyDocument: tasks.contracts.verifyDocument.handler(({ input, context }) => verifyKept(context, input.documentId)),
  addAuthority: tasks.contracts.addAuthority.handler(({ input, context }) => addAuthority(context, input)),
  authorities: queries.contracts.authorities.handler(({ context }) => listAuthorities(context.read)),
  trustAuthority: mutations.contracts.trustAuthority.handler(({ input, context }) => trustAuthority(context, input)),
  distrustAuthority: mutations.contracts.distrustAuthority.handler(({ input, context }) => distrustAuthority(context, input)),
}
