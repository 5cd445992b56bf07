import type { Command, WorkspaceCommand } from '../command.ts'
import { table } from '../table.ts'
import { counted } from './words.ts'

const list: WorkspaceCommand = {
  name: 'creators duplicates',
  summary: 'Shows pairs of creators that may be the same, and what speaks for it',
  readsOnly: true,
  arguments: [{ name: 'CREATOR', note: 'only pairs with this one', optional: true }],
  options: { limit: { value: 'N', note: 'at most so many pairs; 50 when left out', kind: 'count', least: 1, most: 500 } },
  async run({ call, values, lookup }) {
    const given = values.argumentIfGiven('CREATOR')
    const creatorId = given === undefined ? undefined : await lookup.creator(given)
    const page = await call.duplicates.list({ limit: values.count('limit'), creatorId })
    const shown = table(
      page.rows,
      [
        { heading: 'ONE', cell: ({ one }) => one.name },
        { heading: 'OTHER', cell: ({ other }) => other.name },
        { heading: 'POINTS', cell: ({ points }) => points, right: true },
        { heading: 'BECAUSE', cell: ({ evidence }) => evidence.map(({ words }) => words).join(' ') },
        { heading: 'IDS', cell: ({ one, other }) => `${one.id} ${other.id}` },
      ],
      'No two creators look like the same.',
    )
    const more = page.total > page.rows.length ? `\n${counted(page.total, 'pair')} in all` : ''
    return { json: page, text: `${shown}${more}` }
  },
}

const merge: WorkspaceCommand = {
  name: 'creators merge',
  summary: 'Gives all of the others to the creator that is kept; undo takes it back',
  arguments: [
    { name: 'KEEP', note: 'the creator that stays' },
    { name: 'OTHER', note: 'one or more that turned out to be the same', many: true },
  ],
  async run({ call, values, lookup }) {
    const keepId = await lookup.creator(values.argument('KEEP'))
    const merged = await call.duplicates.merge({ keepId, otherIds: await lookup.creators(values.rest('OTHER')) })
    return { json: merged, text: ['Merged.', ...merged.notes].join('\n') }
  },
}

const distinct: WorkspaceCommand = {
  name: 'creators distinct',
  summary: 'Says that two creators are not the same, so that they are not shown again',
  arguments: [
    { name: 'ONE', note: 'id, @handle or exact name' },
    { name: 'OTHER', note: 'id, @handle or exact name' },
  ],
  async run({ call, values, lookup }) {
    const answer = await call.duplicates.keepApart({
      oneId: await lookup.creator(values.argument('ONE')),
      otherId: await lookup.creator(values.argument('OTHER')),
    })
    return { json: answer, text: answer.entryId ? 'They are kept apart.' : 'They were kept apart already.' }
  },
}

export const duplicateCommands: readonly Command[] = [list, merge, distinct]
