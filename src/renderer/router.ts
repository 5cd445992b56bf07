import { createHashHistory, createRouter } from '@tanstack/react-router'
import { campaignRoutes } from './features/campaigns/routes.tsx'
import { contractRoutes } from './features/contracts/routes.tsx'
import { creatorRoutes } from './features/creators/routes.tsx'
import { duplicateRoutes } from './features/duplicates/routes.tsx'
import { exchangeRoutes } from './features/exchange/routes.tsx'
import { matchRoutes } from './features/match/routes.tsx'
import { measurementRoutes } from './features/measurement/routes.tsx'
import { payoutRoutes } from './features/payouts/routes.tsx'
import { workspaceRoutes } from './features/workspace/routes.tsx'
import { PageProblem } from './frame/PageProblem.tsx'
import { rootRoute } from './frame/root-route.tsx'

const routeTree = rootRoute.addChildren([
  ...workspaceRoutes,
  ...creatorRoutes,
  ...matchRoutes,
  ...duplicateRoutes,
  ...campaignRoutes,
  ...contractRoutes,
  ...payoutRoutes,
  ...measurementRoutes,
  ...exchangeRoutes,
])

/** Every page by its address. A feature adds its pages through its own `routes.tsx`; the sidebar's pages stand in frame/navigation.ts. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: PageProblem,
})

// A field that is saved when it is left is also left by a key or a link that closes what it stands in.
router.subscribe('onBeforeNavigate', ({ pathChanged }) => {
  const { activeElement } = document
  if (pathChanged && (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement)) activeElement.blur()
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
