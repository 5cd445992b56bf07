import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '#src/shared/contract/index.ts'
import type { Shell } from '#src/shared/shell.ts'
import { followEnginePorts } from './desktop.ts'
import { createLane } from './lane.ts'
import { followLoopback, takeToken } from './loopback.ts'
import { browserShell } from './shell.ts'

export type Client = ContractRouterClient<Contract>

/** Carries every call; tells whether the engine can be reached. */
export const lane = createLane()

/** Typed calls of the contract: `await client.creators.show({ id })`. */
export const client: Client = createORPCClient<Client>(lane)

/** The same for TanStack Query: `useQuery(api.creators.show.queryOptions({ input: { id } }))`. */
export const api = createTanstackQueryUtils(client)

/** File dialogs and grants, on the desktop or in the browser preview. */
export const shell: Shell = connect()

function connect(): Shell {
  if (window.troupeShell) {
    followEnginePorts(lane)
    return window.troupeShell
  }
  const token = takeToken()
  followLoopback(lane, token)
  return browserShell(token)
}
