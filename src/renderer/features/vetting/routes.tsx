import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { rootRoute } from '../../frame/root-route.tsx'

const VettingSearch = z.object({ view: z.enum(['under way', 'decided', 'due']).optional() }).catch({})
export type VettingSearch = z.infer<typeof VettingSearch>

const page = createRoute({
  getParentRoute: () => rootRoute,
  path: '/vetting',
  validateSearch: VettingSearch,
  component: lazyRouteComponent(() => import('./VettingPage.tsx'), 'VettingPage'),
})
const shown = createRoute({
  getParentRoute: () => page,
  path: '/$creatorId',
  component: lazyRouteComponent(() => import('./VettingPanel.tsx'), 'VettingPanel'),
})

export const vettingRoutes = [page.addChildren([shown])] as const
