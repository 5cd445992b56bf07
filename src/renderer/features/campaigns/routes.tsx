import { createRoute } from '@tanstack/react-router'
import { Page } from '../../frame/Page.tsx'
import { rootRoute } from '../../frame/root-route.tsx'

const page = createRoute({ getParentRoute: () => rootRoute, path: '/campaigns', component: () => <Page title="Campaigns">{null}</Page> })

export const campaignRoutes = [page] as const
