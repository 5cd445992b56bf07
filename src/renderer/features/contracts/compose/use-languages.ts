import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'

/** Languages that contracts can be written in, and the one they are usually written in here. */
export function useLanguages() {
  const languages = useQuery(api.contracts.languages.queryOptions({ input: {} }))
  const settings = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  return { known: languages.data ?? [], usual: settings.data?.contractLanguage ?? null }
}
