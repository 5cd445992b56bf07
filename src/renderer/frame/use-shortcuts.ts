import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { takeBack } from '../api/undo.tsx'
import { navigation, settingsPage } from './navigation.ts'

/** A second key must follow `g` within this time. */
const secondKeyMs = 1200

/** Keys that work on every page: `g` and a letter goes to a page, `/` to its search, `?` shows the sheet, Ctrl+Z undoes the last change. */
export function useShortcuts() {
  const { navigate } = useRouter()
  const [isSheetOpen, setSheetOpen] = useState(false)
  useEffect(() => {
    let goUntil = 0
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey) {
        event.preventDefault()
        void takeBack()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const page = Date.now() < goUntil && [...navigation, settingsPage].find(({ key }) => key === event.key)
      goUntil = event.key === 'g' ? Date.now() + secondKeyMs : 0
      if (page) void navigate({ to: page.to })
      else if (event.key === '?') setSheetOpen(true)
      else if (event.key === '/') focusSearch(event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [navigate])
  return { isSheetOpen, closeSheet: () => setSheetOpen(false) }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input:not([type=checkbox]), textarea, select, [role=dialog]') !== null)
  )
}

function focusSearch(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLInputElement>('#page input[type=search]')
  if (!field) return
  event.preventDefault()
  field.focus()
}
