import { createRootRoute } from '@tanstack/react-router'
import { Frame } from './Frame.tsx'
import { LostPage } from './LostPage.tsx'

/** Parent of every page. */
export const rootRoute = createRootRoute({ component: Frame, notFoundComponent: LostPage })
