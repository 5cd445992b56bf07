import { queries } from '../os.ts'

export const events = {
  subscribe: queries.events.subscribe.handler(async function* ({ context, signal }) {
    yield { type: 'hello' as const, engineId: context.engineId }
    yield* context.bus.subscribe(signal)
  }),
}
