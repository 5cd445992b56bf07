import type { Stroke } from '#src/shared/strokes.ts'

/** What the signer made: strokes in parts of the pad's width and height, their name as text, or the ink of a picture they had. */
export type Mark =
  | { kind: 'drawn'; strokes: readonly Stroke[]; aspect: number }
  | { kind: 'typed'; text: string }
  | { kind: 'image'; ink: HTMLCanvasElement }
