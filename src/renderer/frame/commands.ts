import {
  IconArrowBackUp,
  IconFileImport,
  IconListCheck,
  IconMoon,
  IconShieldCheck,
  IconBaselineDensityMedium,
  IconBuildingStore,
  IconSpeakerphone,
  IconUserPlus,
  type Icon,
} from '@tabler/icons-react'
import type { AnyRouter } from '@tanstack/react-router'
import type { router as Router } from '../router.ts'
import { takeBack } from '../api/undo.tsx'
import { navigation, settingsPage } from './navigation.ts'
import { useWindowState } from './window-state.ts'

export interface Command {
  id?: string
  label: string
  hint?: string
  icon?: Icon
  run: () => void
}

/** What can be begun from anywhere. A feature adds its own lines here. */
export function commandsFor(anyRouter: AnyRouter): Command[] {
  const { navigate } = anyRouter as typeof Router
  const pages = [...navigation, settingsPage].map(({ to, label, icon }) => ({ label, icon, run: () => void navigate({ to }) }))
  return [
    ...pages,
    { label: 'Add creator', icon: IconUserPlus, run: () => void navigate({ to: '/roster/new' }) },
    { label: 'New shortlist', icon: IconListCheck, run: () => void navigate({ to: '/shortlists', search: { new: true } }) },
    { label: 'New campaign', icon: IconSpeakerphone, run: () => void navigate({ to: '/campaigns/new' }) },
    { label: 'Vetting', icon: IconShieldCheck, run: () => void navigate({ to: '/vetting' }) },
    { label: 'Clients', icon: IconBuildingStore, run: () => void navigate({ to: '/campaigns/clients' }) },
    { label: 'Import creators', icon: IconFileImport, run: () => void navigate({ to: '/files/import' }) },
    { label: 'Undo the last change', icon: IconArrowBackUp, run: () => void takeBack() },
    { label: 'Light or dark', icon: IconMoon, run: switchColours },
    { label: 'Compact or regular rows', icon: IconBaselineDensityMedium, run: switchDensity },
  ]
}

function switchColours(): void {
  const isDark = document.documentElement.dataset['mantineColorScheme'] === 'dark'
  useWindowState.getState().set({ colourScheme: isDark ? 'light' : 'dark' })
}

function switchDensity(): void {
  const { density, set } = useWindowState.getState()
  set({ density: density === 'compact' ? 'regular' : 'compact' })
}
