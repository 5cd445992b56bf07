import { mutations, queries } from '../os.ts'
import { addCreators } from './add-creators.ts'
import { createCampaign, setStatus, updateCampaign } from './edit.ts'
import { listCampaigns, showCampaign } from './queries.ts'
import { removeCollaborations } from './remove-collaborations.ts'
import { updateCollaborations } from './update-collaborations.ts'

export const campaigns = {
  list: queries.campaigns.list.handler(({ input, context }) => listCampaigns(context.read, input, context.ports.clock.today())),
  show: queries.campaigns.show.handler(({ input, context }) => showCampaign(context.read, input.id, context.ports.clock.today())),
  create: mutations.campaigns.create.handler(({ input, context }) => createCampaign(context, input)),
  update: mutations.campaigns.update.handler(({ input, context }) => updateCampaign(context, input)),
  setStatus: mutations.campaigns.setStatus.handler(({ input, context }) => setStatus(context, input)),
  addCreators: mutations.campaigns.addCreators.handler(({ input, context }) => addCreators(context, input)),
  removeCollaborations: mutations.campaigns.removeCollaborations.handler(({ input, context }) => removeCollaborations(context, input.ids)),
  updateCollaborations: mutations.campaigns.updateCollaborations.handler(({ input, context }) => updateCollaborations(context, input)),
}
