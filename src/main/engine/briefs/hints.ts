import guidance from '../../../../resources/briefs/guidance.json' with { type: 'json' }
import habits from '../../../../resources/briefs/habits.json' with { type: 'json' }
import type { BriefContent } from './content.ts'

/** What a good brief would still need, habits worth a warning, and guidance for the platforms it names (facts.md §7; the data is in
 *  resources/briefs). */
export function hintsFor(brief: BriefContent): string[] {
  return [...missingParts(brief), ...overScripting(brief), ...platformGuidance(brief)]
}

function missingParts({ goal, deliverables, disclosure, creativeFreedom, paymentTerms, paymentDays }: BriefContent): string[] {
  const undated = deliverables.filter(({ dueOn }) => dueOn === null).length
  return [
    isBlank(goal) && 'Say what the campaign is to achieve; the goal is empty.',
    deliverables.length === 0 && 'Say what is to be made; there are no deliverables yet.',
    undated > 0 && `Give every deliverable a due date; ${undated} of ${deliverables.length} ${undated === 1 ? 'has' : 'have'} none.`,
    isBlank(disclosure) && 'State the disclosure duty: #ad or #sponsored, clear and conspicuous, in the caption or the first comment.',
    isBlank(paymentTerms) && paymentDays === null && 'Say when and how the creator is paid.',
    isBlank(creativeFreedom) && 'Say what the creator is free to decide.',
  ].filter((hint) => hint !== false)
}

function overScripting({ keyMessages, goal, restrictions }: BriefContent): string[] {
  const { mostKeyMessages: most, mostWordsInAKeyMessage, scriptPhrases } = habits
  const longest = Math.max(0, ...keyMessages.map(countWords))
  const texts = [goal, restrictions, ...keyMessages].map((text) => text.toLowerCase())
  const phrase = scriptPhrases.find((words) => texts.some((text) => text.includes(words)))
  return [
    keyMessages.length > most &&
      `${keyMessages.length} key messages are a lot for one post. Over-scripting is the commonest fault; keep the ${most} that matter.`,
    longest > mostWordsInAKeyMessage &&
      `A key message of ${longest} words reads like a script. Give the point and let the creator find the words.`,
    phrase !== undefined && `“${phrase}” asks for a script. Give points, and leave the words to the creator.`,
  ].filter((hint) => hint !== false)
}

function platformGuidance({ deliverables }: BriefContent): string[] {
  const fitting = guidance.filter(({ platform, formats }) =>
    deliverables.some((deliverable) => deliverable.platform === platform && (formats === null || formats.includes(deliverable.format))),
  )
  return [...new Set(fitting.map(({ hint }) => hint))]
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}
