import { mutations, queries } from '../os.ts'
import { createDeliverable, removeDeliverables, updateDeliverables } from './edit.ts'
import { listDeliverables } from './queries.ts'

export const deliverables = {
  list: queries.deliverables.list.handler(({ input, context }) => listDeliverables(context.read, input)),
  create: mutations.deliverables.create.handler(({ input, context }) => createDeliverable(context, input)),
  update: mutations.deliverables.update.handler(({ input, context }) => updateDeliverables(context, input)),
  remove: mutations.deliverables.remove.handler(({ input, context }) => removeDeliverables(context, input.ids)),
}
