import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../frame/root-route.tsx'
import { RosterSearch } from './roster-search.ts'

const roster = createRoute({
  getParentRoute: () => rootRoute,
  path: '/roster',
  validateSearch: RosterSearch,
  component: lazyRouteComponent(() => import('./RosterPage.tsx'), 'RosterPage'),
})
const added = createRoute({
  getParentRoute: () => roster,
  path: '/new',
  component: lazyRouteComponent(() => import('./NewCreatorPanel.tsx'), 'NewCreatorPanel'),
})
const shown = createRoute({
  getParentRoute: () => roster,
  path: '/$creatorId',
  component: lazyRouteComponent(() => import('./CreatorPanel.tsx'), 'CreatorPanel'),
})

export const creatorRoutes = [roster.addChildren([added, shown])] as const
