import { useState, type ChangeEvent } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement

/** The properties of a field whose text is saved when it is left. What comes from elsewhere, such as an undo, shows in it as long as
 *  nobody has typed over it. With `isRequired`, an emptied field gets its text back. */
export function useSavedText(value: string | null, save: (text: string | null) => void, isRequired = false) {
  const [text, setText] = useState(value ?? '')
  const [before, setBefore] = useState(value)
  if (before !== value) {
    setBefore(value)
    if (text === (before ?? '')) setText(value ?? '')
  }
  return {
    value: text,
    onChange: ({ currentTarget }: ChangeEvent<Field>) => setText(currentTarget.value),
    onBlur() {
      const kept = text.trim() === '' && isRequired ? (value ?? '') : text.trim()
      setText(kept)
      if (kept !== (value ?? '')) save(kept || null)
    },
  }
}
