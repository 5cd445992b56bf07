import { RosterSort } from '#src/shared/contract/creators.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import type { Command, WorkspaceCommand } from '../command.ts'
import { table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given } from '../values.ts'
import { expectRange, filterFrom, filterOptions } from './creator-filter.ts'
import { expectOneDirection, orderFrom, orderOptions } from './creator-order.ts'
import { viewCalled } from './view-called.ts'

const list: WorkspaceCommand = {
  name: 'views list',
  summary: 'Shows the saved views of the roster',
  readsOnly: true,
  async run({ call }) {
    const rows = await call.views.list({})
    const text = table(
      rows,
      [
        { heading: 'NAME', cell: (row) => row.name },
        { heading: 'SORT', cell: ({ content }) => content.sort },
        { heading: 'COLUMNS', cell: ({ content }) => content.columns?.map(({ id }) => id).join(', ') },
        { heading: 'COMES WITH TROUPE', cell: (row) => (row.isStarting ? 'yes' : 'no') },
        { heading: 'ID', cell: (row) => row.id },
      ],
      'There is no view.',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

const save: WorkspaceCommand = {
  name: 'views save',
  summary: 'Saves a filter, an order and columns of the roster under a name; one of that name is replaced',
  arguments: [{ name: 'NAME', note: 'as the view is called' }],
  options: {
    ...filterOptions,
    ...orderOptions,
    columns: { value: 'COLUMNS', note: `in their order, with commas: ${RosterSort.options.join(', ')}`, many: true },
    rename: { value: 'NAME', note: 'gives the view a new name instead; all else stays' },
  },
  check(values) {
    expectRange(values)
    expectOneDirection(values)
    if (values.text('rename') !== undefined && Object.keys(filterFrom(values)).length > 0)
      misused('Give --rename alone; it changes the name and nothing else.')
  },
  async run({ call, values }) {
    const name = values.argument('NAME')
    const newName = values.text('rename')
    if (newName !== undefined) {
      const answer = await call.views.update({ id: (await viewCalled(call, name)).id, name: newName })
      return { json: answer, text: answer.entryId ? `Renamed ${name} to ${newName}.` : 'It was so already.' }
    }
    const columns = values.manyOf('columns', RosterSort.options)?.map((id) => ({ id }))
    const content = { filter: filterFrom(values), ...orderFrom(values), ...given({ columns }) }
    const own = (await call.views.list({})).find((view) => !view.isStarting && foldText(view.name) === foldText(name))
    const answer = own ? { id: own.id, ...(await call.views.update({ id: own.id, content })) } : await call.views.create({ name, content })
    return { json: answer, text: `${own ? 'Replaced' : 'Saved'} the view ${name}.` }
  },
}

const remove: WorkspaceCommand = {
  name: 'views delete',
  summary: 'Deletes a saved view; the creators stay',
  arguments: [{ name: 'VIEW', note: 'id or name' }],
  async run({ call, values }) {
    const view = await viewCalled(call, values.argument('VIEW'))
    if (view.isStarting) misused(`The view ${view.name} comes with Troupe and stays.`)
    return { json: await call.views.delete({ ids: [view.id] }), text: `Deleted the view ${view.name}.` }
  },
}

export const viewCommands: readonly Command[] = [list, save, remove]
