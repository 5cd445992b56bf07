import type { Stroke } from '#src/shared/strokes.ts'

/** What the signer made: strokes in parts of the pad's width and height, or their name as text. */
export type Mark = { kind: 'drawn'; strokes: readonly Stroke[]; aspect: number } | { kind: 'typed'; text: string }
