import {
  IconCalendarCheck,
  IconChartBar,
  IconFileText,
  IconFolder,
  IconListCheck,
  IconSettings,
  IconSpeakerphone,
  IconTargetArrow,
  IconUsers,
  IconWallet,
} from '@tabler/icons-react'

/** The pages of the sidebar, in their order; `key` opens one after `g`. */
export const navigation = [
  { to: '/', label: 'Today', icon: IconCalendarCheck, key: 't' },
  { to: '/roster', label: 'Roster', icon: IconUsers, key: 'r' },
  { to: '/match', label: 'Match', icon: IconTargetArrow, key: 'm' },
  { to: '/shortlists', label: 'Shortlists', icon: IconListCheck, key: 'l' },
  { to: '/campaigns', label: 'Campaigns', icon: IconSpeakerphone, key: 'c' },
  { to: '/contracts', label: 'Contracts', icon: IconFileText, key: 'o' },
  { to: '/payouts', label: 'Payouts', icon: IconWallet, key: 'p' },
  { to: '/results', label: 'Results', icon: IconChartBar, key: 'e' },
  { to: '/files', label: 'Files', icon: IconFolder, key: 'f' },
] as const

export const settingsPage = { to: '/settings', label: 'Settings', icon: IconSettings, key: 's' } as const
