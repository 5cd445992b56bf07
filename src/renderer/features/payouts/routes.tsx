import { createRoute } from '@tanstack/react-router'
import { Page } from '../../frame/Page.tsx'
import { rootRoute } from '../../frame/root-route.tsx'

const page = createRoute({ getParentRoute: () => rootRoute, path: '/payouts', component: () => <Page title="Payouts">{null}</Page> })

export const payoutRoutes = [page] as const
