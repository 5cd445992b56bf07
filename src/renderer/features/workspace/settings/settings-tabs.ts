import { z } from 'zod'

export const settingsTabs = ['agency', 'tiers', 'benchmarks', 'contracts', 'signatures', 'window', 'history', 'about'] as const

/** Which part of the settings stands in the address. */
export const SettingsSearch = z.object({ tab: z.enum(settingsTabs).optional() }).catch({})

export const tabWords: Readonly<Record<(typeof settingsTabs)[number], string>> = {
  agency: 'Agency',
  tiers: 'Tiers',
  benchmarks: 'Benchmarks',
  contracts: 'Contracts',
  signatures: 'Signatures',
  window: 'Window',
  history: 'History',
  about: 'About',
}
