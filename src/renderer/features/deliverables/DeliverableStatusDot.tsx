import { StatusDot, type Tone } from '../../ui/StatusDot.tsx'
import type { Status } from './deliverable-words.ts'

const tones: Readonly<Record<Status, Tone>> = {
  planned: 'neutral',
  'in review': 'accent',
  'changes asked': 'warn',
  approved: 'accent',
  posted: 'good',
}

export function DeliverableStatusDot({ status }: { status: Status }) {
  return <StatusDot tone={tones[status]}>{status.charAt(0).toUpperCase() + status.slice(1)}</StatusDot>
}
