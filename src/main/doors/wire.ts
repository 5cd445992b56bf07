import { ORPCError } from '@orpc/server'

interface Call<Result> {
  next(): Promise<Result>
}

/** For the handlers of every door with a wire: a name that the contract lacks and a request that cannot be read get codes of the closed
 *  set, as they do in process. */
export async function closedErrors<Result extends { matched: boolean }>({ next }: Call<Result>): Promise<Result> {
  const result = await next().catch((error: unknown) => {
    throw error instanceof ORPCError ? error : new ORPCError('BAD_INPUT', { status: 400, message: 'The request cannot be read.' })
  })
  if (result.matched) return result
  const message = 'There is no such procedure. This window may be older than its engine; reload it.'
  throw new ORPCError('UNKNOWN_PROCEDURE', { status: 404, message })
}
