import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../frame/root-route.tsx'

const overview = createRoute({
  getParentRoute: () => rootRoute,
  path: '/results',
  component: lazyRouteComponent(() => import('./ResultsPage.tsx'), 'ResultsPage'),
})

export const measurementRoutes = [overview] as const
