import { mutations, queries } from '../../os.ts'
import { keepApart } from './keep-apart.ts'
import { listDuplicates } from './list.ts'
import { mergeCreators } from './merge.ts'

export const duplicates = {
  list: queries.duplicates.list.handler(({ input, context }) => listDuplicates(context, input)),
  merge: mutations.duplicates.merge.handler(({ input, context }) => mergeCreators(context, input)),
  keepApart: mutations.duplicates.keepApart.handler(({ input, context }) => keepApart(context, input)),
}
