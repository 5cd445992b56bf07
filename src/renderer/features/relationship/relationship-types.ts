import type { z } from 'zod'
import type { Relationship } from '#src/shared/contract/relationship.ts'

export type RelationshipOfPanel = z.infer<typeof Relationship>
export type Logged = RelationshipOfPanel['log'][number]

export const kindLabels: Readonly<Record<Logged['kind'], string>> = {
  message: 'Message',
  call: 'Call',
  meeting: 'Meeting',
  win: 'Win',
  problem: 'Problem',
  note: 'Note',
  renewal: 'Renewal',
}
