import { foldText } from '../fold.ts'
import type { CommentModel } from './comment-model.ts'
import { COMMENT_RULES, rulesMet } from './comment-rules.ts'
import { THRESHOLD } from './logistic.ts'
import { isGenericPraise } from './praise.ts'
import { topicFinder, type Topic } from './topic.ts'

export const VERDICTS = ['promotional/spam', 'emoji-only', 'repeated', 'generic praise', 'off-topic', 'genuine'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A comment with the line of its file on which it begins; its text as `cleanComment` gives it. */
export interface SampledComment {
  readonly line: number
  readonly text: string
}

export interface JudgedComment {
  verdict: Verdict
  /** How likely it is promotion or spam: 0 to 1. */
  spam: number
  reasons: string[]
}

/** What one comment is compared with: all comments of the sample. */
export interface CommentSample {
  /** Null where the sample is too small to say what it is about. */
  readonly topic: Topic | null
  /** The line on which the same words came first. */
  readonly firstLines: ReadonlyMap<string, number>
}

export interface SampleReader {
  add(comment: SampledComment): void
  /** When all have been added. */
  close(): CommentSample
}

/** Looks over a sample before its comments are judged. `about` is the caption or title of the post, where it is known. */
export function sampleReader(about = ''): SampleReader {
  const firstLines = new Map<string, number>()
  const finder = topicFinder(about)
  return {
    add({ line, text }) {
      const same = sameness(text)
      if (same !== '' && !firstLines.has(same)) firstLines.set(same, line)
      finder.add(text)
    },
    close: () => ({ topic: finder.find(), firstLines }),
  }
}

/** The verdict on one comment; null where there is no text. The graver verdict wins, and what else is odd stands among the reasons. */
export function judgeComment({ line, text }: SampledComment, sample: CommentSample, model: CommentModel): JudgedComment | null {
  if (text === '') return null
  const met = rulesMet(text)
  const spam = model.spam(text, met)
  const signs = reasonsOf(met, model)
  const first = sample.firstLines.get(sameness(text)) ?? line
  const repeats = first === line ? [] : [`It says the same as line ${first}.`]
  if (spam >= THRESHOLD) return { verdict: 'promotional/spam', spam, reasons: [...(signs.length > 0 ? signs : [alike]), ...repeats] }
  if (isWordless(text)) return { verdict: 'emoji-only', spam, reasons: ['It has emoji or signs and no word.'] }
  if (repeats.length > 0) return { verdict: 'repeated', spam, reasons: [...repeats, ...signs] }
  if (isGenericPraise(text)) return { verdict: 'generic praise', spam, reasons: ['It is praise that fits under any post.'] }
  const strange = sample.topic?.strangeWords(text) ?? null
  if (strange !== null)
    return { verdict: 'off-topic', spam, reasons: [`None of its ${strange} words on a subject is shared by other comments.`, ...signs] }
  return { verdict: 'genuine', spam, reasons: signs.length > 0 ? [...signs, 'On the whole it does not read like spam.'] : [plain] }
}

const alike = 'No single rule applies, but its words and letters are those of spam.'
const plain = 'No sign of promotion, repetition or empty praise was found.'

/** Heaviest first, each only once. */
function reasonsOf(met: readonly number[], model: CommentModel): string[] {
  const heaviest = met.toSorted((a, b) => model.weightOfRule(b) - model.weightOfRule(a)).filter((at) => model.weightOfRule(at) > 0)
  return [...new Set(heaviest.map((at) => COMMENT_RULES[at]?.reason ?? ''))].filter((reason) => reason !== '')
}

function isWordless(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text.replaceAll(/[#*0-9]\ufe0f?\u20e3/gu, ''))
}

/** What makes two comments the same: their words and numbers, whatever signs, capitals and emoji stand about them. */
function sameness(text: string): string {
  return (foldText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')
}
