import { fileSource } from '../exchange/tables/source.ts'
import { mutations, queries, tasks } from '../os.ts'
import { vetComments } from './comments.ts'
import { credibilityOf } from './credibility.ts'
import { vetFollowers } from './followers.ts'
import { reopenReview, startReviews, updateReview } from './reviews/change.ts'
import { decideReview } from './reviews/decide.ts'
import { listReviews, showReview } from './reviews/rows.ts'
import { addSample, removeSample } from './samples/keep.ts'
import { listSamples, sampleRows } from './samples/read.ts'
import { creatorSignals, titled } from './signals/creator-signals.ts'

export const vetting = {
  comments: tasks.vetting.comments.handler(async ({ input, context }) => {
    const { path, name } = await context.grants.readable(input.file)
    return context.jobs.run(`Vetting ${name}`, async (job) => vetComments(await fileSource(path), input, job))
  }),
  followers: tasks.vetting.followers.handler(async ({ input, context }) => {
    const { path, name } = await context.grants.readable(input.file)
    return context.jobs.run(`Vetting ${name}`, async (job) => vetFollowers(await fileSource(path), input, job))
  }),
  signals: queries.vetting.signals.handler(({ input, context }) => creatorSignals(context, input)),
  credibility: queries.vetting.credibility.handler(async ({ input, context }) => {
    const found = await credibilityOf(context, input.creatorIds, input.target ?? null)
    return [...found].map(([creatorId, credibility]) => ({ creatorId, credibility: titled(credibility) }))
  }),
  startReviews: mutations.vetting.startReviews.handler(({ input, context }) => startReviews(context, input)),
  reviews: queries.vetting.reviews.handler(({ input, context }) => listReviews(context.read, input)),
  review: queries.vetting.review.handler(({ input, context }) => showReview(context.read, input.id)),
  updateReview: mutations.vetting.updateReview.handler(({ input, context }) => updateReview(context, input)),
  decide: mutations.vetting.decide.handler(({ input, context }) => decideReview(context, input)),
  reopen: mutations.vetting.reopen.handler(({ input, context }) => reopenReview(context, input)),
  addSample: tasks.vetting.addSample.handler(({ input, context }) => addSample(context, input)),
  samples: queries.vetting.samples.handler(({ input, context }) => listSamples(context.read, input.creatorId)),
  sampleRows: queries.vetting.sampleRows.handler(({ input, context }) => sampleRows(context, input)),
  removeSample: mutations.vetting.removeSample.handler(({ input, context }) => removeSample(context, input.id)),
}
