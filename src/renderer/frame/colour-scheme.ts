import type { MantineColorSchemeManager } from '@mantine/core'
import { useWindowState } from './window-state.ts'

let stop = () => {}

/** Lets Mantine read the colour scheme from the window's state, so that it is kept in one place. */
export const windowColourScheme: MantineColorSchemeManager = {
  get: (fallback) => useWindowState.getState().colourScheme ?? fallback,
  set: (colourScheme) => useWindowState.getState().set({ colourScheme }),
  subscribe(onUpdate) {
    stop = useWindowState.subscribe(({ colourScheme }, before) => {
      if (colourScheme !== before.colourScheme) onUpdate(colourScheme)
    })
  },
  unsubscribe: () => stop(),
  clear: () => useWindowState.getState().set({ colourScheme: 'auto' }),
}
