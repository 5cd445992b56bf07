import { cleanComment } from '../../src/shared/domain/authenticity/clean-text.ts'
import { commentFeatures, NAMED_WEIGHTS } from '../../src/shared/domain/authenticity/comment-features.ts'
import { openCommentModel } from '../../src/shared/domain/authenticity/comment-model.ts'
import { COMMENT_RULES, rulesMet } from '../../src/shared/domain/authenticity/comment-rules.ts'
import { train } from './logistic.mjs'
import { metricsOf } from './metrics.mjs'

const buckets = 2 ** 15
const options = { l2: 1e-3, rounds: 300 }
const bytesInLine = 90

/** Trains on all videos; the metrics are those of each video judged by a model that has only seen the others. */
export function trainComments(videos) {
  const prepared = videos.map(({ name, comments }) => ({
    name,
    labels: comments.map(({ label }) => label),
    texts: comments.map(({ text }) => cleanComment(text)),
    rows: comments.map(({ text }) => commentFeatures(cleanComment(text), buckets)),
  }))
  const scores = prepared.map((video) => {
    // What is measured is what ships: the weights after rounding, through the program's own code.
    const model = openCommentModel(weightsFrom(prepared.filter((other) => other !== video)))
    return video.texts.map((text) => model.spam(text, rulesMet(text)))
  })
  return {
    weights: weightsFrom(prepared),
    metrics: metricsOf(
      scores.flat(),
      prepared.flatMap(({ labels }) => labels),
    ),
    byVideo: prepared.map(({ name, labels }, at) => ({ name, ...metricsOf(scores[at], labels) })),
  }
}

function weightsFrom(videos) {
  const prior = new Float64Array(NAMED_WEIGHTS + buckets)
  for (const [at, { weight }] of COMMENT_RULES.entries()) prior[at] = weight
  const { weights, bias } = train(
    videos.flatMap(({ rows }) => rows),
    videos.flatMap(({ labels }) => labels),
    { ...options, prior },
  )
  const named = Array.from(weights.slice(0, NAMED_WEIGHTS), rounded)
  const hashed = weights.slice(NAMED_WEIGHTS)
  const step = hashed.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
  const bytes = Buffer.from(Int8Array.from(hashed, (weight) => Math.round(weight / step)).buffer)
  const lines = Array.from({ length: Math.ceil(bytes.length / bytesInLine) }, (_, at) =>
    bytes.subarray(at * bytesInLine, (at + 1) * bytesInLine).toString('base64'),
  )
  return {
    bias: rounded(bias),
    rules: Object.fromEntries(COMMENT_RULES.map(({ id }, at) => [id, named[at]])),
    measures: named.slice(COMMENT_RULES.length),
    step: Number(step.toPrecision(6)),
    hashed: lines,
  }
}

const rounded = (weight) => Math.round(weight * 10_000) / 10_000
