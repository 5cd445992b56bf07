import { queries } from '../os.ts'
import { negotiateRate } from './negotiate.ts'
import { suggestFor } from './suggest.ts'

export const rates = {
  suggest: queries.rates.suggest.handler(async ({ input, context }) => (await suggestFor(context, input)).suggestion),
  negotiate: queries.rates.negotiate.handler(({ input, context }) => negotiateRate(context, input)),
}
