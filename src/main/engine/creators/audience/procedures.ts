import { mutations, queries, tasks } from '../../os.ts'
import { importAudience, previewAudience } from './import.ts'
import { addAudience, removeAudience } from './keep.ts'
import { audiencesOf } from './of-accounts.ts'

export const audiences = {
  list: queries.audiences.list.handler(({ input, context }) => audiencesOf(context.read, input.creatorId)),
  add: mutations.audiences.add.handler(({ input, context }) => addAudience(context, input)),
  remove: mutations.audiences.remove.handler(({ input, context }) => removeAudience(context, input.id)),
  importPreview: tasks.audiences.importPreview.handler(({ input, context }) => previewAudience(context, input.file)),
  import: tasks.audiences.import.handler(({ input, context }) => importAudience(context, input)),
}
