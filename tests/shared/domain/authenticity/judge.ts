import { cleanComment } from '#src/shared/domain/authenticity/clean-text.ts'
import { openCommentModel } from '#src/shared/domain/authenticity/comment-model.ts'
import { judgeComment, sampleReader, type JudgedComment } from '#src/shared/domain/authenticity/verdicts.ts'
import weights from '../../../../resources/authenticity/comments.json' with { type: 'json' }

const model = openCommentModel(weights)

/** Judges texts as one sample, the first on line 2, with the weights that ship. */
export function judge(texts: readonly string[], about?: string): (JudgedComment | null)[] {
  const reader = sampleReader(about)
  const comments = texts.map((text, at) => ({ line: at + 2, text: cleanComment(text) }))
  for (const comment of comments) reader.add(comment)
  const sample = reader.close()
  return comments.map((comment) => judgeComment(comment, sample, model))
}
