import { fillWords, type SigningPageWords } from '#src/shared/signing-page.ts'
import { make, part, tick } from '../dom.ts'
import type { Missing } from './missing.ts'

/** First step: every page has been in view to its end, or the signer says that they have read them. */
export function readStep({ read }: SigningPageWords, pages: number) {
  const seen = new Set<number>()
  const said = make('p', { className: 'soft' })
  const { line, box } = tick(fillWords(read.confirm, { pages }), () => undefined)
  const tell = () => {
    const isAll = seen.size === pages
    said.textContent = fillWords(isAll ? read.allSeen : read.seen, { seen: seen.size, pages })
    line.hidden = isAll
  }
  tell()
  return {
    element: part(read.heading, 1, make('div', { attributes: { role: 'status' } }, said), line),
    see(page: number) {
      seen.add(page)
      tell()
    },
    missing: (): Missing[] => (seen.size === pages || box.checked ? [] : [{ what: 'read', where: box }]),
  }
}
