/** Whether somewhere a blank stands between a delimiter and the quote after it, which hides the quote: `"Bell, Ana", "ana"`. */
export function hasSpacedQuotes(text: string, delimiter: string): boolean {
  return text.includes(`${delimiter} "`)
}

/** The text with those blanks taken out. */
export function withoutSpacesBeforeQuotes(text: string, delimiter: string): string {
  return text.replaceAll(/([,;\t|]) +"/g, (found: string, mark: string) => (mark === delimiter ? `${mark}"` : found))
}
