import { queries } from '../os.ts'

export const events = {
  subscribe: queries.events.subscribe.handler(({ context, signal }) =>
    context.bus.subscribe(signal, { type: 'hello', engineId: context.engineId }),
  ),
}
