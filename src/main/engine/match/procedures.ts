import { mutations, queries, tasks } from '../os.ts'
import { addAdvocates } from './advocates/add.ts'
import { findAdvocates } from './advocates/find.ts'
import { needOfCampaign } from './campaign-need.ts'
import { findCreators } from './find.ts'
import { creatorsLike } from './like.ts'

export const match = {
  find: queries.match.find.handler(({ input, context }) => findCreators(context, input)),
  need: queries.match.need.handler(({ input, context }) => needOfCampaign(context, input.campaignId)),
  like: queries.match.like.handler(({ input, context }) => creatorsLike(context, input)),
  advocates: tasks.match.advocates.handler(({ input, context }) => findAdvocates(context, input)),
  addAdvocates: mutations.match.addAdvocates.handler(({ input, context }) => addAdvocates(context, input)),
}
