import type { Command, WorkspaceCommand } from '../command.ts'
import { table } from '../table.ts'
import { counted } from './words.ts'

const exportCampaign: WorkspaceCommand = {
  name: 'campaigns export',
  summary: 'Writes a campaign, with all that belongs to it, into one file for a colleague',
  readsOnly: true,
  arguments: [{ name: 'CAMPAIGN', note: 'id or exact name' }],
  options: { out: { value: 'FILE.troupe', note: 'where to', needed: true } },
  async run({ call, values, lookup, files }) {
    const file = files.toWrite(values.needed('out'))
    const answer = await call.exchange.exportCampaign({ id: await lookup.campaign(values.argument('CAMPAIGN')), file })
    return {
      json: answer,
      text: `Wrote ${counted(answer.rows, 'row')} and ${counted(answer.attachments, 'attachment')} to ${answer.fileName}.`,
    }
  },
}

const importCampaign: WorkspaceCommand = {
  name: 'campaigns import',
  summary: 'Takes in a campaign that a colleague has written into a file',
  arguments: [{ name: 'FILE.troupe', note: 'the file' }],
  async run({ call, values, files }) {
    const answer = await call.exchange.importCampaign({ file: files.toRead(values.argument('FILE.troupe')) })
    const rows = table(
      answer.rows,
      [
        { heading: 'ROWS OF', cell: (row) => row.table },
        { heading: 'CREATED', cell: (row) => row.created, right: true },
        { heading: 'UPDATED', cell: (row) => row.updated, right: true },
        { heading: 'UNCHANGED', cell: (row) => row.unchanged, right: true },
        { heading: 'OURS KEPT', cell: (row) => row.keptOurs, right: true },
      ],
      'It held no rows.',
    )
    const head = `${answer.entryId ? 'Took in' : 'Already had'} ${answer.campaignName} (${answer.campaignId}).`
    const notes = answer.untrustedAuthorities.map(
      ({ note, fingerprint }) => `${note} Ask them for its fingerprint, compare, then: contracts trust ${fingerprint}`,
    )
    return { json: answer, text: [head, rows, ...notes].join('\n\n') }
  },
}

export const exchangeCommands: readonly Command[] = [exportCampaign, importCampaign]
