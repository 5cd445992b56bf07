import data from '../../../../resources/authenticity/words.json' with { type: 'json' }
import { wordsIn, wordsOf } from './words.ts'

/** Words that say nothing of a subject; a comment counts as written in a language in which it uses two of them. */
const stopWords: readonly ReadonlySet<string>[] = Object.values(data.stopWords).map(wordsIn)
const everyStopWord = new Set(stopWords.flatMap((words) => [...words]))

/** Below this many different comments a sample does not say what it is about. */
const FEWEST_COMMENTS = 50
/** A shorter comment may well be about the post in words of its own. */
const FEWEST_WORDS = 12

/** What the comments of one sample are about: the words that several of them share. */
export interface Topic {
  /** Null where the comment may well be about it, or nobody can tell; else how many words it has that no other comment shares. */
  strangeWords(text: string): number | null
}

export interface TopicFinder {
  add(text: string): void
  /** Null where too few different comments were added. */
  find(): Topic | null
}

/** Finds the subject of a sample in its comments themselves and in `about`, the caption or title of the post. */
export function topicFinder(about: string): TopicFinder {
  const named = subjectsOf(about)
  const different = new Set<string>()
  const comments = new Map<string, number>()
  return {
    add(text) {
      if (different.has(text)) return
      different.add(text)
      for (const word of subjectsOf(text)) comments.set(word, (comments.get(word) ?? 0) + 1)
    },
    find() {
      if (different.size < FEWEST_COMMENTS) return null
      const enough = Math.max(3, Math.ceil(different.size / 50))
      const isShared = (word: string) => named.has(word) || (comments.get(word) ?? 0) >= enough
      return { strangeWords: (text) => strangeWords(text, isShared) }
    },
  }
}

function strangeWords(text: string, isShared: (word: string) => boolean): number | null {
  const subjects = subjectsOf(text)
  if (subjects.size < FEWEST_WORDS || !isInKnownLanguage(text)) return null
  return [...subjects].some(isShared) ? null : subjects.size
}

/** The words of a text that name something, cut to their stems as far as six letters go. */
function subjectsOf(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => word.length >= 3 && !everyStopWord.has(word))
      .map((word) => word.slice(0, 6)),
  )
}

function isInKnownLanguage(text: string): boolean {
  const words = new Set(wordsOf(text))
  return stopWords.some((list) => [...words].filter((word) => list.has(word)).length >= 2)
}
