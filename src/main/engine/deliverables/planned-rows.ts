import type { DeliverableTable } from '../db/schema.ts'
import type { EnginePorts } from '../ports.ts'
import { formatInWords } from './words.ts'

/** A line of a brief or a contract. */
export interface AskedLine {
  platform: string
  format: string
  quantity: number
  /** Length or size, in the field's words. */
  details: string | null
  dueOn: string | null
}

/** One planned post for each of a line. */
export function rowsFor(
  line: AskedLine,
  collaborationId: string,
  { newId, clock }: Pick<EnginePorts, 'newId' | 'clock'>,
): DeliverableTable[] {
  const now = clock.now()
  return titlesOf(line).map((title) => ({
    id: newId(),
    collaboration_id: collaborationId,
    platform: line.platform,
    format: line.format,
    title,
    due_on: line.dueOn,
    status: 'planned',
    post_url: null,
    posted_at: null,
    notes: line.details,
    created_at: now,
    updated_at: now,
  }))
}

function titlesOf(line: AskedLine): string[] {
  const words = formatInWords(line)
  return Array.from({ length: line.quantity }, (_, i) => (line.quantity === 1 ? words : `${words} ${i + 1} of ${line.quantity}`))
}
