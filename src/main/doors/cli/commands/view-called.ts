import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { RosterView } from '#src/shared/contract/views.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import type { Client } from '../command.ts'

/** A view by its id or its name, whatever its capitals. Raises NOT_FOUND. */
export async function viewCalled(call: Client, name: string): Promise<z.infer<typeof RosterView>> {
  const views = await call.views.list({})
  const found = views.find((view) => view.id === name) ?? views.find((view) => foldText(view.name) === foldText(name))
  return found ?? raise('NOT_FOUND', `There is no view "${name}". "views list" shows them.`)
}
