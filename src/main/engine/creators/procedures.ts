import { mutations, queries } from '../os.ts'
import { addAccount } from './accounts.ts'
import { createCreator, updateCreator } from './edit.ts'
import { importing } from './importing/procedures.ts'
import { removeAccount, updateAccount } from './edit-accounts.ts'
import { removeSnapshot, updateSnapshot } from './edit-snapshots.ts'
import { creatorFacets, creatorIds, growthOfPeers, listCreators } from './list.ts'
import { setRate } from './rates.ts'
import { setCreatorsArchived, tagCreators } from './selections.ts'
import { showCreator } from './show.ts'
import { addSnapshot } from './snapshots.ts'

export const creators = {
  list: queries.creators.list.handler(({ input, context }) => listCreators(context, input)),
  facets: queries.creators.facets.handler(({ input, context }) => creatorFacets(context, input)),
  peerGrowth: queries.creators.peerGrowth.handler(({ context }) => growthOfPeers(context)),
  ids: queries.creators.ids.handler(({ input, context }) => creatorIds(context, input)),
  show: queries.creators.show.handler(({ input, context }) => showCreator(context.read, input.id)),
  create: mutations.creators.create.handler(({ input, context }) => createCreator(context, input)),
  update: mutations.creators.update.handler(({ input, context }) => updateCreator(context, input)),
  addAccount: mutations.creators.addAccount.handler(({ input, context }) => addAccount(context, input)),
  updateAccount: mutations.creators.updateAccount.handler(({ input, context }) => updateAccount(context, input)),
  removeAccount: mutations.creators.removeAccount.handler(({ input, context }) => removeAccount(context, input.id)),
  updateSnapshot: mutations.creators.updateSnapshot.handler(({ input, context }) => updateSnapshot(context, input)),
  removeSnapshot: mutations.creators.removeSnapshot.handler(({ input, context }) => removeSnapshot(context, input.id)),
  addSnapshot: mutations.creators.addSnapshot.handler(({ input, context }) => addSnapshot(context, input)),
  setRate: mutations.creators.setRate.handler(({ input, context }) => setRate(context, input)),
  tag: mutations.creators.tag.handler(({ input, context }) => tagCreators(context, input)),
  setArchived: mutations.creators.setArchived.handler(({ input, context }) => setCreatorsArchived(context, input)),
  ...importing,
}
