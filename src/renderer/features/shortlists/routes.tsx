import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { rootRoute } from '../../frame/root-route.tsx'

/** `new` asks for the name of a new one. */
const ShortlistSearch = z.object({ search: z.string().optional(), new: z.boolean().optional() }).catch({})
const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/shortlists',
  validateSearch: ShortlistSearch,
  component: lazyRouteComponent(() => import('./ShortlistsPage.tsx'), 'ShortlistsPage'),
})
const shown = createRoute({
  getParentRoute: () => rootRoute,
  path: '/shortlists/$shortlistId',
  component: lazyRouteComponent(() => import('./ShortlistPage.tsx'), 'ShortlistPage'),
})

export const shortlistRoutes = [list, shown] as const
