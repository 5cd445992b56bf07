import { getRouteApi } from '@tanstack/react-router'
import { Panel } from '../../ui/Panel.tsx'

const route = getRouteApi('/roster/new')

/** A new creator, beside the roster. */
export function NewCreatorPanel() {
  const navigate = route.useNavigate()
  return <Panel label="New creator" header="New creator" onClose={() => void navigate({ to: '/roster', search: (now) => now })}>{null}</Panel>
}
