import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { ContractStatus, SignerRole } from '#src/shared/contract/contracts.ts'
import { rootRoute } from '../../frame/root-route.tsx'
import { ContractPartSearch } from './contract-parts.ts'

const ContractSearch = z
  .object({ status: ContractStatus.optional(), campaignId: z.string().optional(), search: z.string().optional() })
  .catch({})
const NewSearch = z.object({ campaignId: z.string().optional() }).catch({})
const SignSearch = z.object({ role: SignerRole.optional() }).catch({})

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contracts',
  validateSearch: ContractSearch,
  component: lazyRouteComponent(() => import('./list/ContractsPage.tsx'), 'ContractsPage'),
})
const check = createRoute({
  getParentRoute: () => list,
  path: '/check',
  component: lazyRouteComponent(() => import('./verify/CheckPanel.tsx'), 'CheckPanel'),
})
const made = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contracts/new',
  validateSearch: NewSearch,
  component: lazyRouteComponent(() => import('./compose/NewContractsPage.tsx'), 'NewContractsPage'),
})
const shown = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contracts/$contractId',
  validateSearch: ContractPartSearch,
  component: lazyRouteComponent(() => import('./page/ContractPage.tsx'), 'ContractPage'),
})
const signed = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contracts/$contractId/sign',
  validateSearch: SignSearch,
  component: lazyRouteComponent(() => import('./sign/SignPage.tsx'), 'SignPage'),
})

export const contractRoutes = [list.addChildren([check]), made, shown, signed] as const
