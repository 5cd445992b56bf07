import type { SigningPageWords } from '#src/shared/signing-page.ts'
import { choice } from '../choice.ts'
import { button, make, part } from '../dom.ts'
import type { Mark } from '../signature/mark.ts'
import type { Missing } from './missing.ts'
import { drawing, picturing, typing, type Way } from './waysToSign.ts'

/** Third step: the signature itself, drawn, typed or taken from a picture. */
export function signStep(words: SigningPageWords, name: string, { onSign, onDraw }: { onSign(): void; onDraw(): void }) {
  const { sign } = words
  const typed = typing(words, name)
  const ways = [drawing(words, onDraw), typed, picturing(words, onDraw)] as const
  let chosen: Way = ways[0]
  const tools = make('div', { className: 'row' }, ...ways.flatMap((way) => way.tools))
  const turnTo = (way: Way) => {
    chosen = way
    for (const { element } of ways) element.hidden = element !== way.element
    tools.hidden = way.tools.length === 0
  }
  turnTo(chosen)
  const choosing = choice(
    sign.how,
    ways.map((way) => ({ label: way.label, choose: () => turnTo(way) })),
  )
  const said = make('div', { className: 'said', attributes: { role: 'alert' } })
  const go = button(sign.button, onSign, 'primary wide')
  const elements = ways.map(({ element }) => element)
  return {
    element: part(sign.heading, 3, make('div', { className: 'row between' }, choosing, tools), ...elements, said, go),
    /** Keeps the typed signature the signer's name until they type another. */
    rename: typed.rename,
    say: (notice: Node | null) => said.replaceChildren(...(notice ? [notice] : [])),
    hasSaid: () => said.childElementCount > 0,
    focusSaid: () => (said.firstElementChild as HTMLElement | null)?.focus(),
    setBusy(isBusy: boolean) {
      go.disabled = isBusy
      go.textContent = isBusy ? sign.working : sign.button
    },
    missing: (): Missing[] => (chosen.mark() ? [] : [chosen.missing]),
    mark(): Mark {
      const mark = chosen.mark()
      if (!mark) throw new Error('There is no signature yet.')
      return mark
    },
  }
}
