import { mutations, queries } from '../os.ts'
import { createShortlist } from './create.ts'
import { deleteShortlists, shortlistToCampaign, updateShortlist } from './edit.ts'
import { addToShortlist, moveOnShortlist, removeFromShortlist, setNote } from './entries.ts'
import { listShortlists, showShortlist } from './queries.ts'

export const shortlists = {
  list: queries.shortlists.list.handler(({ input, context }) => listShortlists(context.read, input)),
  show: queries.shortlists.show.handler(({ input, context }) => showShortlist(context.read, input.id)),
  create: mutations.shortlists.create.handler(({ input, context }) => createShortlist(context, input)),
  update: mutations.shortlists.update.handler(({ input, context }) => updateShortlist(context, input)),
  addCreators: mutations.shortlists.addCreators.handler(({ input, context }) => addToShortlist(context, input)),
  removeCreators: mutations.shortlists.removeCreators.handler(({ input, context }) => removeFromShortlist(context, input)),
  setNote: mutations.shortlists.setNote.handler(({ input, context }) => setNote(context, input)),
  move: mutations.shortlists.move.handler(({ input, context }) => moveOnShortlist(context, input)),
  toCampaign: mutations.shortlists.toCampaign.handler(({ input, context }) => shortlistToCampaign(context, input)),
  delete: mutations.shortlists.delete.handler(({ input, context }) => deleteShortlists(context, input.ids)),
}
