import { mutations, queries } from '../os.ts'
import { createPayout, updatePayout } from './edit.ts'
import { planPayouts } from './plan.ts'
import { listPayouts } from './queries.ts'
import { cancelPayouts, recordPayouts } from './settle.ts'

export const payouts = {
  list: queries.payouts.list.handler(({ input, context }) => listPayouts(context.read, input, context.ports.clock.today())),
  create: mutations.payouts.create.handler(({ input, context }) => createPayout(context, input)),
  plan: mutations.payouts.plan.handler(({ input, context }) => planPayouts(context, input.collaborationIds)),
  update: mutations.payouts.update.handler(({ input, context }) => updatePayout(context, input)),
  record: mutations.payouts.record.handler(({ input, context }) => recordPayouts(context, input)),
  cancel: mutations.payouts.cancel.handler(({ input, context }) => cancelPayouts(context, input.ids)),
}
