import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { rootRoute } from '../../frame/root-route.tsx'
import { CampaignSearch } from './campaign-search.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/campaigns',
  validateSearch: CampaignSearch,
  component: lazyRouteComponent(() => import('./CampaignsPage.tsx'), 'CampaignsPage'),
})
const added = createRoute({
  getParentRoute: () => list,
  path: '/new',
  component: lazyRouteComponent(() => import('./NewCampaignPanel.tsx'), 'NewCampaignPanel'),
})
const clients = createRoute({
  getParentRoute: () => list,
  path: '/clients',
  component: lazyRouteComponent(() => import('../clients/ClientsPanel.tsx'), 'ClientsPanel'),
})
const oneClient = createRoute({
  getParentRoute: () => list,
  path: '/clients/$clientId',
  component: lazyRouteComponent(() => import('../clients/ClientPanel.tsx'), 'ClientPanel'),
})

const campaign = createRoute({
  getParentRoute: () => rootRoute,
  path: '/campaigns/$campaignId',
  component: lazyRouteComponent(() => import('./CampaignPage.tsx'), 'CampaignPage'),
})
const plan = createRoute({
  getParentRoute: () => campaign,
  path: '/',
  component: lazyRouteComponent(() => import('./PlanTab.tsx'), 'PlanTab'),
})
const contracts = createRoute({
  getParentRoute: () => campaign,
  path: '/contracts',
  component: lazyRouteComponent(() => import('./ContractsTab.tsx'), 'ContractsTab'),
})

const BriefSearch = z.object({ view: z.enum(['hints', 'send', 'preview']).optional(), to: z.string().optional() }).catch({})
const brief = createRoute({
  getParentRoute: () => campaign,
  path: '/brief',
  validateSearch: BriefSearch,
  component: lazyRouteComponent(() => import('../briefs/BriefTab.tsx'), 'BriefTab'),
})

const CreatorsSearch = z.object({ view: z.enum(['table', 'board']).optional() }).catch({})
const creators = createRoute({
  getParentRoute: () => campaign,
  path: '/creators',
  validateSearch: CreatorsSearch,
  component: lazyRouteComponent(() => import('./creators/CreatorsTab.tsx'), 'CreatorsTab'),
})
const picker = createRoute({
  getParentRoute: () => creators,
  path: '/add',
  component: lazyRouteComponent(() => import('./creators/AddCreatorsDialog.tsx'), 'AddCreatorsDialog'),
})
const collaboration = createRoute({
  getParentRoute: () => creators,
  path: '/$collaborationId',
  component: lazyRouteComponent(() => import('./creators/CollaborationPanel.tsx'), 'CollaborationPanel'),
})

const DeliverablesSearch = z.object({ view: z.enum(['list', 'calendar']).optional(), for: z.string().optional() }).catch({})
const deliverables = createRoute({
  getParentRoute: () => campaign,
  path: '/deliverables',
  validateSearch: DeliverablesSearch,
  component: lazyRouteComponent(() => import('../deliverables/DeliverablesTab.tsx'), 'DeliverablesTab'),
})
const newDeliverable = createRoute({
  getParentRoute: () => deliverables,
  path: '/new',
  component: lazyRouteComponent(() => import('../deliverables/NewDeliverablePanel.tsx'), 'NewDeliverablePanel'),
})
const deliverable = createRoute({
  getParentRoute: () => deliverables,
  path: '/$deliverableId',
  component: lazyRouteComponent(() => import('../deliverables/DeliverablePanel.tsx'), 'DeliverablePanel'),
})

/** `for` is a collaboration, `post` a deliverable, `result` a result that is being corrected. */
const ResultsSearch = z
  .object({
    kind: z.enum(['results', 'orders', 'expenses']).optional(),
    for: z.string().optional(),
    post: z.string().optional(),
    result: z.string().optional(),
  })
  .catch({})
const results = createRoute({
  getParentRoute: () => campaign,
  path: '/results',
  validateSearch: ResultsSearch,
  component: lazyRouteComponent(() => import('../measurement/CampaignResults.tsx'), 'CampaignResults'),
})
const enter = createRoute({
  getParentRoute: () => results,
  path: '/enter',
  component: lazyRouteComponent(() => import('../measurement/EnterResults.tsx'), 'EnterResults'),
})
const order = createRoute({
  getParentRoute: () => results,
  path: '/order',
  component: lazyRouteComponent(() => import('../measurement/AddOrder.tsx'), 'AddOrder'),
})
const expense = createRoute({
  getParentRoute: () => results,
  path: '/expense',
  component: lazyRouteComponent(() => import('../measurement/AddExpense.tsx'), 'AddExpense'),
})
const rows = createRoute({
  getParentRoute: () => results,
  path: '/rows',
  component: lazyRouteComponent(() => import('../measurement/RowsPanel.tsx'), 'RowsPanel'),
})

export const campaignRoutes = [
  list.addChildren([added, clients, oneClient]),
  campaign.addChildren([
    plan,
    brief,
    contracts,
    creators.addChildren([picker, collaboration]),
    deliverables.addChildren([newDeliverable, deliverable]),
    results.addChildren([enter, order, expense, rows]),
  ]),
] as const
