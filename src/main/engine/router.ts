import { clients } from './clients/procedures.ts'
import { events } from './events/procedures.ts'
import { workspace } from './workspace/procedures.ts'

/** Every procedure of the contract, by feature. */
export const router = { clients, events, workspace }
export type Router = typeof router
