import { identityOf } from '../workspace/identity.ts'
import { mutations, queries, tasks } from '../os.ts'
import { contractTemplates } from '../documents/contract/library.ts'
import { distrustAuthority, listAuthorities, trustAuthority } from './authorities.ts'
import { createContracts, setContractStatus, updateContract } from './edit.ts'
import { readDocument, saveDocument } from './documents.ts'
import { drawContract } from './fill.ts'
import { renderContracts } from './render.ts'
import { contractOf, listContracts } from './rows.ts'
import { showContract } from './show.ts'
import { countersignContract, signContract } from './sign.ts'
import { verifyFile, verifyKept } from './verify.ts'

export const contracts = {
  templates: queries.contracts.templates.handler(() =>
    contractTemplates('en').map(({ id, name, note, clauses }) => ({ id, label: name, language: 'en', note, clauseCount: clauses.length })),
  ),
  list: queries.contracts.list.handler(({ input, context }) => listContracts(context.read, input)),
  show: queries.contracts.show.handler(async ({ input, context }) =>
    showContract(context.read, input.id, (await identityOf(context.read)).name),
  ),
  create: mutations.contracts.create.handler(({ input, context }) => createContracts(context, input)),
  update: mutations.contracts.update.handler(({ input, context }) => updateContract(context, input)),
  setStatus: mutations.contracts.setStatus.handler(({ input, context }) => setContractStatus(context, input)),
  preview: queries.contracts.preview.handler(async ({ input, context }) => {
    const { bytes, pages } = await drawContract(context, context.read, await contractOf(context.read, input.id))
    return { pdf: new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), pages }
  }),
  document: queries.contracts.document.handler(({ input, context }) => readDocument(context, input.documentId)),
  render: tasks.contracts.render.handler(({ input, context }) => renderContracts(context, input.ids, input.file)),
  saveDocument: tasks.contracts.saveDocument.handler(({ input, context }) => saveDocument(context, input)),
  sign: tasks.contracts.sign.handler(({ input, context }) => signContract(context, input)),
  countersign: tasks.contracts.countersign.handler(({ input, context }) => countersignContract(context, input)),
  verify: tasks.contracts.verify.handler(({ input, context }) => verifyFile(context, input.file)),
  verifyDocument: tasks.contracts.verifyDocument.handler(({ input, context }) => verifyKept(context, input.documentId)),
  authorities: queries.contracts.authorities.handler(({ context }) => listAuthorities(context.read)),
  trustAuthority: mutations.contracts.trustAuthority.handler(({ input, context }) => trustAuthority(context, input)),
  distrustAuthority: mutations.contracts.distrustAuthority.handler(({ input, context }) => distrustAuthority(context, input)),
}
