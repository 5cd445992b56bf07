import { useLayoutEffect } from 'react'

/** Keeps toasts beside what stands at the right edge of the window, which has its buttons where they would come. */
export function useClearOfToasts(width: number): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--toasts-right', `${width}px`)
    return () => {
      style.removeProperty('--toasts-right')
    }
  }, [width])
}
