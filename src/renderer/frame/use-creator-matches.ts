import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { AnyRouter } from '@tanstack/react-router'
import { api } from '../api/client.ts'
import type { router as Router } from '../router.ts'
import type { Command } from './commands.ts'

/** Up to six creators whose name or handle holds `search`, as commands that open them. */
export function useCreatorMatches(search: string, anyRouter: AnyRouter): Command[] {
  const { navigate } = anyRouter as typeof Router
  const { data } = useQuery(
    api.creators.list.queryOptions({
      input: search.length < 2 ? skipToken : { search, limit: 6 },
      placeholderData: keepPreviousData,
    }),
  )
  if (search.length < 2) return []
  return (data?.rows ?? []).map(({ id, name, handle }) => ({
    id,
    label: name,
    hint: handle ?? undefined,
    run: () => void navigate({ to: '/roster/$creatorId', params: { creatorId: id } }),
  }))
}
