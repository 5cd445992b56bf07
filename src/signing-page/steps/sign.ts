import type { SigningPageWords } from '#src/shared/signing-page.ts'
import { choice } from '../choice.ts'
import { button, field, make, part } from '../dom.ts'
import type { Mark } from '../signature/mark.ts'
import { aspect, openPad } from '../signature/pad.ts'
import type { Missing } from './missing.ts'

/** Third step: the signature itself, drawn or typed. */
export function signStep({ sign }: SigningPageWords, name: string, { onSign, onDraw }: { onSign(): void; onDraw(): void }) {
  let kind: Mark['kind'] = 'drawn'
  const pad = openPad(sign.pad, () => {
    for (const tool of tools) tool.disabled = pad.strokes().length === 0
    onDraw()
  })
  const tools = [button(sign.undo, () => pad.undo(), 'quiet'), button(sign.clear, () => pad.clear(), 'quiet')]
  const undoing = make('div', { className: 'row' }, ...tools)
  const text = make('input', { type: 'text', value: name, maxLength: 300, dir: 'auto', autocomplete: 'off' })
  const shown = make('div', { className: 'typed', dir: 'auto', attributes: { 'aria-hidden': 'true' } }, name)
  const typing = make('div', { className: 'part', hidden: true }, field(sign.typed, text), shown)
  const drawing = make('div', { tabIndex: -1 }, pad.element)
  let isTouched = false
  text.addEventListener('input', () => {
    isTouched = true
    shown.textContent = text.value
  })
  const turnTo = (to: Mark['kind']) => () => {
    kind = to
    drawing.hidden = undoing.hidden = to === 'typed'
    typing.hidden = to === 'drawn'
  }
  tools.forEach((tool) => (tool.disabled = true))
  const ways = choice(sign.how, [
    { label: sign.draw, choose: turnTo('drawn') },
    { label: sign.type, choose: turnTo('typed') },
  ])
  const said = make('div', { className: 'said', attributes: { role: 'alert' } })
  const go = button(sign.button, onSign, 'primary wide')
  return {
    element: part(sign.heading, 3, make('div', { className: 'row between' }, ways, undoing), drawing, typing, said, go),
    /** Keeps the typed signature the signer's name until they type another. */
    rename(to: string) {
      if (isTouched) return
      text.value = to
      shown.textContent = to
    },
    say: (notice: Node | null) => said.replaceChildren(...(notice ? [notice] : [])),
    hasSaid: () => said.childElementCount > 0,
    focusSaid: () => (said.firstElementChild as HTMLElement | null)?.focus(),
    setBusy(isBusy: boolean) {
      go.disabled = isBusy
      go.textContent = isBusy ? sign.working : sign.button
    },
    missing(): Missing[] {
      if (kind === 'typed') return text.value.trim() ? [] : [{ what: 'typed', where: text }]
      return pad.strokes().length > 0 ? [] : [{ what: 'drawing', where: drawing }]
    },
    mark: (): Mark => (kind === 'typed' ? { kind, text: text.value.trim() } : { kind, strokes: pad.strokes(), aspect }),
  }
}
