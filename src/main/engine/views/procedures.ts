import { mutations, queries } from '../os.ts'
import { createView, deleteViews, listViews, updateView } from './views.ts'

export const views = {
  list: queries.views.list.handler(({ context }) => listViews(context.read)),
  create: mutations.views.create.handler(({ input, context }) => createView(context, input)),
  update: mutations.views.update.handler(({ input, context }) => updateView(context, input)),
  delete: mutations.views.delete.handler(({ input, context }) => deleteViews(context, input.ids)),
}
