import { createRoute } from '@tanstack/react-router'
import { Page } from '../../frame/Page.tsx'
import { rootRoute } from '../../frame/root-route.tsx'

const page = createRoute({ getParentRoute: () => rootRoute, path: '/results', component: () => <Page title="Results">{null}</Page> })

export const measurementRoutes = [page] as const
