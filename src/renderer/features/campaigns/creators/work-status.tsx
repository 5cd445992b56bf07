import { StatusDot } from '../../../ui/StatusDot.tsx'
import { statusLook, type ContractStatus } from '../../contracts/contract.ts'
import { sentence, stageTones, type Collaboration, type Stage } from '../campaign-words.ts'

export function StageStatus({ stage }: { stage: Stage }) {
  return <StatusDot tone={stageTones[stage]}>{sentence(stage)}</StatusDot>
}

/** How far the brief has come with one creator. */
export function BriefStatus({ row: { briefSentAt, briefConfirmedAt } }: { row: Collaboration }) {
  if (briefConfirmedAt) return <StatusDot tone="good">Confirmed</StatusDot>
  return briefSentAt ? <StatusDot tone="warn">Sent</StatusDot> : <StatusDot tone="neutral">Not sent</StatusDot>
}

/** Where one creator's contract stands. */
export function ContractStatusDot({ status }: { status: string | undefined }) {
  if (status === undefined) return <StatusDot tone="neutral">None</StatusDot>
  const { tone, word } = statusLook(status as ContractStatus)
  return <StatusDot tone={tone}>{word}</StatusDot>
}
