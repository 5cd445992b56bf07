import starting from '../../../../resources/roster/views.json' with { type: 'json' }
import type { z } from 'zod'
import { RosterView } from '#src/shared/contract/views.ts'

/** The views that come with Troupe (resources/roster/views.json). */
export const startingViews: readonly z.infer<typeof RosterView>[] = starting.map((view) => RosterView.parse({ ...view, isStarting: true }))
