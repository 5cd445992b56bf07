import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../frame/root-route.tsx'

const files = createRoute({
  getParentRoute: () => rootRoute,
  path: '/files',
  component: lazyRouteComponent(() => import('./FilesPage.tsx'), 'FilesPage'),
})
const importing = createRoute({
  getParentRoute: () => rootRoute,
  path: '/files/import',
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
})

export const exchangeRoutes = [files, importing] as const
