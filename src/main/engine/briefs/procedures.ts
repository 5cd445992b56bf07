import { mutations, queries } from '../os.ts'
import { showBrief } from './queries.ts'
import { saveBrief } from './save.ts'
import { confirmBrief, sendBrief } from './send.ts'
import { briefText } from './text.ts'

export const briefs = {
  show: queries.briefs.show.handler(({ input, context }) => showBrief(context.read, input.campaignId)),
  save: mutations.briefs.save.handler(({ input, context }) => saveBrief(context, input)),
  text: queries.briefs.text.handler(({ input, context }) => briefText(context.read, input.collaborationId, context.ports.clock.today())),
  send: mutations.briefs.send.handler(({ input, context }) => sendBrief(context, input)),
  confirm: mutations.briefs.confirm.handler(({ input, context }) => confirmBrief(context, input.collaborationIds)),
}
