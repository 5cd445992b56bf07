import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../frame/root-route.tsx'

const duplicates = createRoute({
  getParentRoute: () => rootRoute,
  path: '/roster/duplicates',
  component: lazyRouteComponent(() => import('./DuplicatesPage.tsx'), 'DuplicatesPage'),
})

export const duplicateRoutes = [duplicates] as const
