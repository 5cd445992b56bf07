import type { z } from 'zod'
import type { RelationshipStage } from '#src/shared/contract/creators.ts'
import type { Tone } from '../../ui/StatusDot.tsx'

type Stage = z.infer<typeof RelationshipStage>

export const stageTones: Readonly<Record<Stage, Tone>> = {
  new: 'neutral',
  contacted: 'warn',
  trial: 'accent',
  active: 'good',
  ambassador: 'good',
  paused: 'warn',
  ended: 'neutral',
}

/** "active" → "Active" */
export function stageWord(stage: Stage): string {
  return stage.charAt(0).toUpperCase() + stage.slice(1)
}
