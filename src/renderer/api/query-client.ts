import { QueryClient } from '@tanstack/react-query'
import { codeOf } from '#src/shared/contract/errors.ts'

/** Answers stay good until the engine says that something changed, so nothing is asked again on a timer or on focus.
 *  Only a stopped engine is worth a second try: the lane holds that try until the engine is back. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 5 * 60_000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (tries, error) => codeOf(error) === 'ENGINE_STOPPED' && tries < 20,
      retryDelay: 100,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
