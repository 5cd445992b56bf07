import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../frame/root-route.tsx'
import { MatchSearch } from './match-search.ts'

const match = createRoute({
  getParentRoute: () => rootRoute,
  path: '/match',
  validateSearch: MatchSearch,
  component: lazyRouteComponent(() => import('./MatchPage.tsx'), 'MatchPage'),
})
const like = createRoute({
  getParentRoute: () => rootRoute,
  path: '/match/like/$creatorId',
  component: lazyRouteComponent(() => import('./LikePage.tsx'), 'LikePage'),
})
const advocates = createRoute({
  getParentRoute: () => rootRoute,
  path: '/match/advocates',
  component: lazyRouteComponent(() => import('./AdvocatesPage.tsx'), 'AdvocatesPage'),
})

export const matchRoutes = [match, like, advocates] as const
