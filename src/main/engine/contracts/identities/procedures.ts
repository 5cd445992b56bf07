import { queries, tasks } from '../../os.ts'
import { exportAuthority, exportRevocations } from './give.ts'
import { listIdentities } from './list.ts'
import { createIdentity, importIdentity, renewIdentity } from './make.ts'
import { revokeIdentity } from './revoke.ts'

export const identities = {
  list: queries.identities.list.handler(({ input, context }) => listIdentities(context, input)),
  create: tasks.identities.create.handler(({ input, context }) => createIdentity(context, input)),
  importKeyFile: tasks.identities.importKeyFile.handler(({ input, context }) => importIdentity(context, input)),
  renew: tasks.identities.renew.handler(({ input, context }) => renewIdentity(context, input)),
  revoke: tasks.identities.revoke.handler(({ input, context }) => revokeIdentity(context, input)),
  exportAuthority: tasks.identities.exportAuthority.handler(({ input, context }) => exportAuthority(context, input)),
  exportRevocations: tasks.identities.exportRevocations.handler(({ input, context }) => exportRevocations(context, input)),
}
