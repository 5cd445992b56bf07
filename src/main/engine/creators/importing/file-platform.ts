import { PLATFORMS, platformOfWord } from '#src/shared/domain/platforms.ts'
import { foldLabel } from '../../exchange/tables/fold.ts'

/** The one platform that words of a header, title or file name speak of; null where they name none or several. */
export function platformInWords(texts: readonly string[]): string | null {
  const found = new Set<string>()
  for (const text of texts) {
    const words = [text, text.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')].flatMap((spelling) => foldLabel(spelling).split(' '))
    for (const [at, word] of words.entries()) {
      const alone = platformAtStart(word) ?? (word.length > 1 ? platformOfWord(word) : null)
      const platform = platformOfWord(`${word} ${words[at + 1] ?? ''}`) ?? alone
      if (platform !== null) found.add(platform)
    }
  }
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

/** `tiktokers`, `insta1000`, `youtuber`. */
function platformAtStart(word: string): string | null {
  const platform = PLATFORMS.find(({ id, synonyms }) => [id, ...synonyms].some((name) => name.length >= 5 && word.startsWith(name)))
  return platform?.id ?? null
}
