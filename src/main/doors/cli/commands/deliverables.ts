import { DeliverableStatus } from '#src/shared/contract/deliverables.ts'
import type { Command, WorkspaceCommand } from '../command.ts'
import { table } from '../table.ts'
import { given } from '../values.ts'

const list: WorkspaceCommand = {
  name: 'deliverables list',
  summary: 'Shows what creators of a campaign are to post',
  readsOnly: true,
  arguments: [{ name: 'CAMPAIGN', note: 'id or exact name; all campaigns when left out', optional: true }],
  options: { open: { note: 'only what is not posted yet' } },
  async run({ call, values, lookup }) {
    const campaign = values.argumentIfGiven('CAMPAIGN')
    const rows = await call.deliverables.list({
      ...given({ campaignId: campaign && (await lookup.campaign(campaign)) }),
      openOnly: values.flag('open'),
    })
    const text = table(
      rows,
      [
        { heading: 'DUE', cell: (row) => row.dueOn },
        { heading: 'STATUS', cell: (row) => row.status },
        { heading: 'CREATOR', cell: (row) => row.creatorName },
        { heading: 'CAMPAIGN', cell: (row) => row.campaignName },
        { heading: 'WHAT', cell: (row) => row.title },
        { heading: 'PLATFORM', cell: (row) => row.platform },
        { heading: 'POST', cell: (row) => row.postUrl },
        { heading: 'ID', cell: (row) => row.id },
      ],
      'There is none. Sending a brief makes them.',
    )
    return { json: { total: rows.length, rows }, text }
  },
}

const update: WorkspaceCommand = {
  name: 'deliverables update',
  summary: 'Says how far deliverables are',
  arguments: [{ name: 'DELIVERABLE', note: 'id or exact title', many: true }],
  options: {
    status: { value: 'STATUS', note: 'how far they are', choices: DeliverableStatus.options },
    'post-url': { value: 'URL', note: 'where it was posted' },
    due: { value: 'DAY', note: 'when it is due', kind: 'date' },
    notes: { value: 'TEXT', note: 'anything else' },
  },
  needsOneOf: ['status', 'post-url', 'due', 'notes'],
  async run({ call, values, lookup }) {
    const changes = given({
      status: values.oneOf('status', DeliverableStatus.options),
      postUrl: values.text('post-url'),
      dueOn: values.date('due'),
      notes: values.text('notes'),
    })
    const answer = await call.deliverables.update({
      ids: await Promise.all(values.rest('DELIVERABLE').map((one) => lookup.deliverable(one))),
      changes,
    })
    return { json: answer, text: answer.entryId ? 'Changed.' : 'It was so already.' }
  },
}

export const deliverableCommands: readonly Command[] = [list, update]
