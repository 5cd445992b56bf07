import type { Engine } from '../engine.ts'

/** The demo is made through the same procedures as everything else. */
export type Client = ReturnType<Engine['client']>
