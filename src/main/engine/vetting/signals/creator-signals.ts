import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { Credibility as CredibilitySchema, CreatorSignals } from '#src/shared/contract/vetting-signals.ts'
import type { AudienceTarget } from '#src/shared/domain/vetting/audience-fit.ts'
import { credibility, type Credibility } from '#src/shared/domain/vetting/credibility.ts'
import { SIGNAL_TITLES } from '#src/shared/domain/vetting/signal-words.ts'
import { creatorRow } from '../../creators/show.ts'
import { accountReader, type AccountFace } from './account-reader.ts'
import { vetAccount, type VettedFace } from './vet-account.ts'
import { yardsticks, type Asking } from './yardsticks.ts'

type Shown = z.infer<typeof CreatorSignals>

export interface SignalRequest {
  creatorId: string
  accountId?: string
  target?: AudienceTarget
}

/** Every signal of one account, with what it rests on. Raises NOT_FOUND for a creator or an account of theirs that is gone. */
export async function creatorSignals(asking: Asking, { creatorId, accountId, target }: SignalRequest): Promise<Shown> {
  await creatorRow(asking.read, creatorId)
  const reader = accountReader(asking.workspace.reader)
  const face = accountId === undefined ? reader.primary(creatorId) : reader.account(accountId)
  if (accountId !== undefined && face?.creatorId !== creatorId) raise('NOT_FOUND', 'This creator has no such account now.')
  const asked = target ?? null
  if (!face) return shown(creatorId, null, { signals: [], credibility: credibility([]), findings: [] }, asked)
  const vetted = vetAccount(reader, face, await yardsticks(asking, asked), asking.ports.clock.today())
  return shown(creatorId, face, vetted, asked)
}

function shown(creatorId: string, face: AccountFace | null, vetted: VettedFace, target: AudienceTarget | null): Shown {
  const signals = vetted.signals.map((signal) => ({
    ...signal,
    title: SIGNAL_TITLES[signal.id],
    interval: signal.interval ? ([...signal.interval] as [number, number]) : null,
    thresholds: [...signal.thresholds],
    evidence: [...signal.evidence()],
  }))
  const days = signals.flatMap(({ evidence }) => evidence.flatMap(({ kind, on }) => (kind === 'snapshot' && on ? [on] : [])))
  return {
    creatorId,
    account: face && { id: face.accountId, platform: face.platform, handle: face.handle },
    asOf: days.length === 0 ? null : days.reduce((newest, on) => (on > newest ? on : newest)),
    target: target && { ...target, countries: [...target.countries] },
    signals,
    credibility: titled(vetted.credibility),
    findings: vetted.findings,
  }
}

/** A credibility with its parts by name. */
export function titled({ parts, redFlags, ...rest }: Credibility): z.infer<typeof CredibilitySchema> {
  return { ...rest, redFlags: [...redFlags], parts: parts.map((part) => ({ ...part, title: SIGNAL_TITLES[part.id] })) }
}
