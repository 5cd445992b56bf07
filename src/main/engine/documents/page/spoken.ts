import { hasRightToLeft, isolates, printable } from '../text/clean.ts'
import type { Span } from '../text/layout.ts'

/** What a structure element with right-to-left text says in reading order: on the page its letters stand in the order they are seen,
 *  and a screen reader would read them backwards. Nothing for other text, which the page already has in reading order. */
export function spoken(content: string | readonly Span[]): { actual?: string } {
  const text = typeof content === 'string' ? content : content.map((span) => span.text).join('')
  return hasRightToLeft(text) ? { actual: printable(text).replaceAll(isolates, '') } : {}
}
