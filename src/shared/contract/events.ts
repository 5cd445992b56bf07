import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { query } from './base.ts'
import { EngineEvent } from './workspace.ts'

export const events = {
  /** What changes from now on: data, and the progress of jobs. Begins with a greeting that names the engine. */
  subscribe: query.input(z.object({})).output(eventIterator(EngineEvent)),
}
