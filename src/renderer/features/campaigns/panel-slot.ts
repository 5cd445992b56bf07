import { createContext } from 'react'

/** Where a campaign's page shows the detail of what a tab lists: beside everything, as tall as the page. */
export const PanelSlot = createContext<HTMLElement | null>(null)
