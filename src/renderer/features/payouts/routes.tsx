import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { rootRoute } from '../../frame/root-route.tsx'

const PayoutSearch = z.object({ view: z.enum(['due', 'paid', 'cancelled']).optional(), campaignId: z.string().optional() }).catch({})
export type PayoutSearch = z.infer<typeof PayoutSearch>

const page = createRoute({
  getParentRoute: () => rootRoute,
  path: '/payouts',
  validateSearch: PayoutSearch,
  component: lazyRouteComponent(() => import('./PayoutsPage.tsx'), 'PayoutsPage'),
})
const statement = createRoute({
  getParentRoute: () => page,
  path: '/$creatorId',
  component: lazyRouteComponent(() => import('./StatementPanel.tsx'), 'StatementPanel'),
})

export const payoutRoutes = [page.addChildren([statement])] as const
