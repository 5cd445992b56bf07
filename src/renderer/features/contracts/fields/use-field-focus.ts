import { getRouteApi } from '@tanstack/react-router'

const route = getRouteApi('/contracts/$contractId')

/** The field that a check led to, kept in the address; `lookAt(null)` once it was looked at. */
export function useFieldFocus(): { field: string | undefined; lookAt: (field: string | null) => void } {
  const { field } = route.useSearch()
  const navigate = route.useNavigate()
  const lookAt = (next: string | null) =>
    void navigate({ search: (now) => ({ ...now, part: undefined, field: next ?? undefined }), replace: true })
  return { field, lookAt }
}
