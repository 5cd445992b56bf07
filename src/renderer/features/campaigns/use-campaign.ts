import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

/** One campaign with the work of its creators. */
export function useCampaign(id: string) {
  return useQuery(api.campaigns.show.queryOptions({ input: { id } }))
}
