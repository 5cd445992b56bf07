import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export type ColourScheme = 'light' | 'dark' | 'auto'
export type Density = 'regular' | 'compact'

interface WindowState {
  colourScheme: ColourScheme
  density: Density
  isSidebarCollapsed: boolean
  /** The filters beside the roster. */
  isRailOpen: boolean
  /** Of the detail panel, in pixels. */
  panelWidth: number
  set(changes: Partial<Omit<WindowState, 'set'>>): void
}

export const narrowestPanel = 480
export const widestPanel = 720

/** What belongs to this window and to no workspace: its look and its proportions. Kept on this machine. */
export const useWindowState = create<WindowState>()(
  persist(
    (set) => ({
      colourScheme: 'auto',
      density: 'regular',
      isSidebarCollapsed: false,
      isRailOpen: true,
      panelWidth: 520,
      set: (changes) => set(changes),
    }),
    { name: 'troupe.window', version: 1 },
  ),
)
