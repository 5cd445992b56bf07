import { useForm } from '@mantine/form'
import { useState } from 'react'
import { create } from 'zustand'

/** What was typed into forms and neither sent nor thrown away, by the form's own key; it lasts as long as the window. */
const useKept = create<Readonly<Record<string, object>>>()(() => ({}))

/** What differs in `values` from what a form began with. */
export function changedParts<Values extends object>(initial: Values, values: Values): Partial<Values> {
  const before = initial as Record<string, unknown>
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !isSame(value, before[name]))) as Partial<Values>
}

/** Keeps what differs from `initial`, or nothing where nothing does. */
function keep<Values extends object>(key: string, initial: Values, values: Values): void {
  const changed = changedParts(initial, values)
  if (Object.keys(changed).length > 0) useKept.setState({ [key]: changed })
  else drop(key)
}

function drop(key: string): void {
  useKept.setState(({ [key]: _gone, ...others }) => others, true)
}

/** What a form can say about its draft; `DraftNote` says it. */
export interface Kept {
  /** It was left half written, and is back. */
  wasKept: boolean
  /** Throws away what was typed: for Cancel, and when the form has been sent. */
  discard(): void
}

interface Draft<Values> extends Kept {
  values: Values
  change(parts: Partial<Values>): void
}

/** The values of a form that outlive it: whoever closes it by Escape, a click beside it or another page finds them again. `key` names the
 *  form and the record it is about. */
export function useDraft<Values extends object>(key: string, initial: Values): Draft<Values> {
  const changed = useKept((kept) => kept[key]) as Partial<Values> | undefined
  const values = { ...initial, ...changed }
  const [wasKept, setWasKept] = useState(changed !== undefined)
  return {
    values,
    wasKept,
    // Changes that follow each other before the form is drawn again build on each other.
    change: (parts) => keep(key, initial, { ...initial, ...useKept.getState()[key], ...parts }),
    discard() {
      drop(key)
      setWasKept(false)
    },
  }
}

/** The same for the kit's forms. */
export function useKeptForm<Values extends Record<string, unknown>>(key: string, initial: Values) {
  const draft = useDraft(key, initial)
  const form = useForm<Values>({ initialValues: draft.values, onValuesChange: (values) => keep(key, initial, values) })
  const kept: Kept = {
    wasKept: draft.wasKept,
    discard() {
      form.setValues(initial)
      draft.discard()
    },
  }
  const isChanged = Object.keys(changedParts(initial, form.values)).length > 0
  /** For forms that stay when they have been sent. */
  const sent = () => drop(key)
  return { form, kept, isChanged, sent }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
