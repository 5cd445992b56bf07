import type { z } from 'zod'
import type { Settings as SettingsSchema } from '#src/shared/contract/workspace.ts'
import { DEALS_NEEDED } from '#src/shared/domain/rate-card/modifiers.ts'
import type { MutationContext } from '../context.ts'
import type { ReadDb } from '../db/handles.ts'
import { checkSettings } from './check-settings.ts'
import { identityOf } from './identity.ts'
import { keepSettings } from './keep-settings.ts'

export type Settings = z.infer<typeof SettingsSchema>

const defaults: Settings = {
  agency: {
    name: '',
    legalName: null,
    address: null,
    email: null,
    website: null,
    taxNumber: null,
    signerName: null,
    signerTitle: null,
    governingLaw: null,
    venue: null,
    logoHash: null,
    colour: null,
  },
  currency: 'EUR',
  tierSetId: 'S1',
  customBands: null,
  benchmarkSetId: 'S1',
  paymentDays: 30,
  timeStamps: { url: null, level: 'B-T' },
  contractLanguage: 'en',
  contractNumbering: '{year}-{number:4}',
  rateCard: { factorsBp: {}, dealsNeeded: DEALS_NEEDED },
}

/** The settings of the workspace, with defaults for what was never set. */
export async function settingsOf(db: ReadDb): Promise<Settings> {
  const rows = await db.selectFrom('setting').selectAll().execute()
  const kept = Object.fromEntries(rows.map(({ id, value }) => [id, JSON.parse(value) as unknown])) as Partial<Settings>
  return { ...defaults, ...kept, agency: { ...defaults.agency, ...kept.agency } }
}

/** Changes some settings, and the workspace's name when given. Raises BAD_INPUT for bands that overlap and sets that do not exist. */
export async function updateSettings(
  context: MutationContext,
  { changes, name }: { changes: SettingsChanges; name?: string },
): Promise<{ entryId: string }> {
  const { agency, ...rest } = changes
  const before = await settingsOf(context.write)
  const after = { ...before, ...present(rest), agency: { ...before.agency, ...present(agency ?? {}) } }
  checkSettings(after)
  await keepSettings(context.write, { ...rest, ...(agency && { agency: after.agency }) })
  if (name) await keepSettings(context.write, { identity: { ...(await identityOf(context.write)), name } })
  context.describe('Changed the settings')
  return { entryId: context.entryId }
}

function present<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>
}

type SettingsChanges = Partial<Omit<Settings, 'agency'>> & { agency?: Partial<Settings['agency']> }
