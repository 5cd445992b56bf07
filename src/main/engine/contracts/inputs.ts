import type { z } from 'zod'

/** What a procedure of the contract takes, checked and with its defaults. */
export type InputOf<Procedure extends { '~orpc': { inputSchema?: unknown } }> =
  NonNullable<Procedure['~orpc']['inputSchema']> extends infer Schema ? (Schema extends z.ZodType ? z.infer<Schema> : never) : never
