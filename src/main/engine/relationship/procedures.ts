import { addDays } from '#src/shared/domain/dates.ts'
import { mutations, queries } from '../os.ts'
import { setCheckIn } from './check-ins.ts'
import { logContact, removeLogged } from './log.ts'
import { offerTiers, setProgramTiers, showProgram } from './program.ts'
import { openReminders, postpone, remind, setRemindersDone } from './reminders.ts'
import { decideRenewal, dueRenewals } from './renewals.ts'
import { showRelationship } from './show.ts'

const weekAhead = 7

export const relationship = {
  show: queries.relationship.show.handler(({ input, context }) =>
    showRelationship(context.read, input.creatorId, context.ports.clock.today()),
  ),
  due: queries.relationship.due.handler(({ input, context }) =>
    openReminders(context.read, { by: input.by ?? addDays(context.ports.clock.today(), weekAhead) }),
  ),
  renewals: queries.relationship.renewals.handler(({ context }) => dueRenewals(context.read, context.ports.clock.today())),
  log: mutations.relationship.log.handler(({ input, context }) => logContact(context, input)),
  removeLogged: mutations.relationship.removeLogged.handler(({ input, context }) => removeLogged(context, input.ids)),
  setCheckIn: mutations.relationship.setCheckIn.handler(({ input, context }) => setCheckIn(context, input)),
  remind: mutations.relationship.remind.handler(({ input, context }) => remind(context, input)),
  setDone: mutations.relationship.setDone.handler(({ input, context }) => setRemindersDone(context, input)),
  postpone: mutations.relationship.postpone.handler(({ input, context }) => postpone(context, input)),
  decideRenewal: mutations.relationship.decideRenewal.handler(({ input, context }) => decideRenewal(context, input)),
  program: queries.relationship.program.handler(({ input, context }) =>
    showProgram(context.read, input.campaignId, context.ports.clock.today()),
  ),
  setProgramTiers: mutations.relationship.setProgramTiers.handler(({ input, context }) => setProgramTiers(context, input)),
  offerTiers: mutations.relationship.offerTiers.handler(({ input, context }) => offerTiers(context, input)),
}
