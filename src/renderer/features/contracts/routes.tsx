import { createRoute } from '@tanstack/react-router'
import { Page } from '../../frame/Page.tsx'
import { rootRoute } from '../../frame/root-route.tsx'

const page = createRoute({ getParentRoute: () => rootRoute, path: '/contracts', component: () => <Page title="Contracts">{null}</Page> })

export const contractRoutes = [page] as const
