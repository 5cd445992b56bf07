import { mutations, queries } from '../os.ts'
import { addExpense, listExpenses, removeExpenses } from './expenses.ts'
import { addOrder, listOrders, removeOrders, updateOrder } from './orders.ts'
import { addResult, listResults, removeResults, updateResult } from './results.ts'
import { campaignRoi, roiOverview } from './roi.ts'

export const measurement = {
  results: queries.measurement.results.handler(({ input, context }) => listResults(context.read, input)),
  addResult: mutations.measurement.addResult.handler(({ input, context }) => addResult(context, input)),
  updateResult: mutations.measurement.updateResult.handler(({ input, context }) => updateResult(context, input)),
  removeResults: mutations.measurement.removeResults.handler(({ input, context }) => removeResults(context, input.ids)),
  expenses: queries.measurement.expenses.handler(({ input, context }) => listExpenses(context.read, input)),
  addExpense: mutations.measurement.addExpense.handler(({ input, context }) => addExpense(context, input)),
  removeExpenses: mutations.measurement.removeExpenses.handler(({ input, context }) => removeExpenses(context, input.ids)),
  orders: queries.measurement.orders.handler(({ input, context }) => listOrders(context.read, input)),
  addOrder: mutations.measurement.addOrder.handler(({ input, context }) => addOrder(context, input)),
  updateOrder: mutations.measurement.updateOrder.handler(({ input, context }) => updateOrder(context, input)),
  removeOrders: mutations.measurement.removeOrders.handler(({ input, context }) => removeOrders(context, input.ids)),
  roi: queries.measurement.roi.handler(({ input, context }) => campaignRoi(context.read, input.campaignId, context.ports.clock.today())),
  overview: queries.measurement.overview.handler(({ context }) => roiOverview(context.read, context.ports.clock.today())),
}
