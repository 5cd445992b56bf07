import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { ContractStatus } from '#src/shared/contract/contracts.ts'
import { rootRoute } from '../../frame/root-route.tsx'

const ContractSearch = z
  .object({ status: ContractStatus.optional(), campaignId: z.string().optional(), search: z.string().optional() })
  .catch({})
const NewSearch = z.object({ campaignId: z.string().optional() }).catch({})

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contracts',
  validateSearch: ContractSearch,
  component: lazyRouteComponent(() => import('./ContractsPage.tsx'), 'ContractsPage'),
})
const made = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contracts/new',
  validateSearch: NewSearch,
  component: lazyRouteComponent(() => import('./NewContractsPage.tsx'), 'NewContractsPage'),
})
const shown = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contracts/$contractId',
  component: lazyRouteComponent(() => import('./ContractPage.tsx'), 'ContractPage'),
})
const signed = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contracts/$contractId/sign',
  component: lazyRouteComponent(() => import('./SignPage.tsx'), 'SignPage'),
})

export const contractRoutes = [list, made, shown, signed] as const
