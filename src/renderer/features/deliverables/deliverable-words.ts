import type { z } from 'zod'
import { DeliverableStatus, type DeliverableRow } from '#src/shared/contract/deliverables.ts'
import { PLATFORMS, platformById } from '#src/shared/domain/platforms.ts'

export type Deliverable = z.infer<typeof DeliverableRow>
export type Status = z.infer<typeof DeliverableStatus>

export const deliverableStatuses = DeliverableStatus.options

/** Choices of platforms for a field. */
export const platformChoices = PLATFORMS.map(({ id, label }) => ({ value: id, label }))

/** Choices of formats of one platform; a format that the product does not know stays one of them. */
export function formatChoices(platform: string, present?: string): { value: string; label: string }[] {
  const known = (platformById(platform)?.formats ?? []).map(({ id, label }) => ({ value: id, label }))
  return present && !known.some(({ value }) => value === present) ? [...known, { value: present, label: present }] : known
}

/** The name of a format; a format that the product does not know keeps its id. */
export function formatLabel(platform: string, format: string): string {
  return platformById(platform)?.formats.find(({ id }) => id === format)?.label ?? format
}

/** Posts that are late on `today`: due before it and not live. */
export function isLate({ dueOn, status }: Deliverable, today: string): boolean {
  return status !== 'posted' && dueOn !== null && dueOn < today
}
