import type { z } from 'zod'
import type { ContractStatus } from '#src/shared/contract/contracts.ts'

export type Status = z.infer<typeof ContractStatus>

/**
 * What a person may say of a contract in each state. What signing makes of it (signed by one, signed by all) and what follows from that
 * (amended, once an amendment is signed by all; expired, once its last day is over) nobody sets by hand; an offer nobody answers may be
 * called expired. What one side has signed can go out to the other and stays signed; what all have signed can only be ended.
 */
const steps: Record<Status, readonly Status[]> = {
  draft: ['internal approval', 'sent', 'declined'],
  'internal approval': ['draft', 'sent', 'declined'],
  sent: ['draft', 'declined', 'terminated', 'expired'],
  'signed by one': ['sent', 'declined', 'terminated', 'expired'],
  'signed by all': ['terminated'],
  amended: ['terminated'],
  expired: [],
  declined: ['draft'],
  terminated: [],
}

/** Where a person may take it from a state, in the order of its life. */
export function stepsFrom(from: Status): readonly Status[] {
  return steps[from]
}

export function canBecome(from: Status, to: Status): boolean {
  return steps[from].includes(to)
}

/** The state as of a day: what all have signed, or amended, is expired once its last day is over. */
export function statusOn({ status, ends_on }: { status: string; ends_on: string | null }, today: string): Status {
  const isOver = ends_on !== null && ends_on < today && (status === 'signed by all' || status === 'amended')
  return isOver ? 'expired' : (status as Status)
}

/** Whether its words still follow the records; from the day it is sent or signed on they are what was sent. */
export function isOpenForEdits({ status }: { status: string }): boolean {
  return status === 'draft' || status === 'internal approval'
}

/** Whether it binds on a day: signed by all, not amended, ended or over. */
export function isInForce(row: { status: string; ends_on: string | null }, today: string): boolean {
  return statusOn(row, today) === 'signed by all'
}
