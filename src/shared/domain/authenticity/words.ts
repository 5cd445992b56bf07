import { foldText } from '../fold.ts'

/** The words of a text, folded, without signs, digits and emoji. */
export function wordsOf(text: string): string[] {
  return (
    foldText(text)
      .replaceAll(/['’](?=\p{L})/gu, '')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  )
}

/** A list of words as the resources hold it, in lines. */
export function wordsIn(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap(wordsOf))
}
