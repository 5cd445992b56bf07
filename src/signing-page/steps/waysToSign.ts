import { fillWords, type SigningPageWords } from '#src/shared/signing-page.ts'
import { button, field, make } from '../dom.ts'
import { inkOfPicture } from '../signature/inkOfPicture.ts'
import type { Mark } from '../signature/mark.ts'
import { aspect, openPad } from '../signature/pad.ts'
import type { Missing } from './missing.ts'

/** One way to make a signature. */
export interface Way {
  label: string
  element: HTMLElement
  /** What stands beside the choice of ways while this one is chosen. */
  tools: HTMLElement[]
  /** Null until there is a signature. */
  mark(): Mark | null
  /** What is missing without one, and where it is made. */
  missing: Missing
}

/** Signs the size of a name; longer ones are set smaller. */
const lettersInFullSize = 22
const typedSize = 28
const largestPicture = 25_000_000

/** Drawn with mouse, pen or finger. `onChange` is told of every stroke. */
export function drawing({ sign }: SigningPageWords, onChange: () => void): Way {
  const pad = openPad(sign.pad, () => {
    for (const tool of tools) tool.disabled = pad.strokes().length === 0
    onChange()
  })
  const tools = [button(sign.undo, () => pad.undo(), 'quiet'), button(sign.clear, () => pad.clear(), 'quiet')]
  for (const tool of tools) tool.disabled = true
  const element = make('div', { tabIndex: -1 }, pad.element)
  return {
    label: sign.draw,
    element,
    tools,
    mark: () => (pad.strokes().length > 0 ? { kind: 'drawn', strokes: pad.strokes(), aspect } : null),
    missing: { what: 'drawing', where: element },
  }
}

/** Typed: the signer's name until they type another. */
export function typing({ sign }: SigningPageWords, name: string): Way & { rename(to: string): void } {
  const text = make('input', { type: 'text', maxLength: 300, dir: 'auto', autocomplete: 'off' })
  const shown = make('div', { className: 'typed', dir: 'auto', attributes: { 'aria-hidden': 'true' } })
  const show = () => {
    shown.textContent = text.value
    shown.style.fontSize = `${typedSize * Math.min(1, Math.max(0.4, Math.sqrt(lettersInFullSize / text.value.length)))}px`
  }
  const rename = (to: string) => {
    if (isTouched) return
    text.value = to
    show()
  }
  let isTouched = false
  text.addEventListener('input', () => {
    isTouched = true
    show()
  })
  rename(name)
  return {
    label: sign.type,
    element: make('div', { className: 'part' }, field(sign.typed, text), shown),
    tools: [],
    mark: () => (text.value.trim() ? { kind: 'typed', text: text.value.trim() } : null),
    missing: { what: 'typed', where: text },
    rename,
  }
}

/** A picture that the signer has, or takes: its ink. */
export function picturing({ sign }: SigningPageWords, onChange: () => void): Way {
  let taken: HTMLCanvasElement | null = null
  const file = make('input', { type: 'file', accept: 'image/png,image/jpeg,image/webp,image/*' })
  const shown = make('div', { className: 'typed', hidden: true })
  const said = make('p', { className: 'notice bad', hidden: true })
  const take = async () => {
    const [chosen] = file.files ?? []
    // Whoever closes the browser's own dialog keeps the picture that was there.
    if (!chosen) return
    const problem = chosen.size > largestPicture ? sign.pictureTooLarge : await read(chosen)
    if (chosen !== file.files?.[0]) return
    said.textContent = problem ? fillWords(problem, { file: chosen.name }) : ''
    said.hidden = !problem
    if (problem) taken = null
    shown.hidden = !taken
    shown.replaceChildren(...(taken ? [taken] : []))
    onChange()
  }
  const read = async (chosen: File): Promise<string | null> => {
    const found = await inkOfPicture(chosen).catch(() => undefined)
    taken = found ?? null
    taken?.setAttribute('role', 'img')
    taken?.setAttribute('aria-label', sign.pictureShown)
    return found === undefined ? sign.pictureUnreadable : found === null ? sign.pictureEmpty : null
  }
  file.addEventListener('change', () => void take())
  const saying = make('div', { className: 'said', attributes: { role: 'status' } }, said)
  return {
    label: sign.picture,
    element: make(
      'div',
      { className: 'part' },
      field(sign.pictureFile, file),
      make('p', { className: 'soft' }, sign.pictureHow),
      saying,
      shown,
    ),
    tools: [],
    mark: () => taken && { kind: 'image', ink: taken },
    missing: { what: 'picture', where: file },
  }
}
