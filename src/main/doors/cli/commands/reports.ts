import type { Command, WorkspaceCommand } from '../command.ts'
import { given } from '../values.ts'
import { counted } from './words.ts'

const pageSizes = ['A4', 'Letter'] as const
const mediaKit: WorkspaceCommand = {
  name: 'media-kit',
  summary: 'Makes the media kit of a creator as PDF',
  readsOnly: true,
  arguments: [{ name: 'CREATOR', note: 'id, @handle, PLATFORM:HANDLE or exact name' }],
  options: {
    out: { value: 'FILE.pdf', note: 'where to', needed: true },
    page: { value: 'SIZE', note: 'A4 when left out', choices: pageSizes },
    'without-rates': { note: 'leaves the prices out' },
  },
  async run({ call, values, lookup, files }) {
    const file = files.toWrite(values.needed('out'))
    const answer = await call.reports.mediaKit({
      creatorId: await lookup.creator(values.argument('CREATOR')),
      file,
      showRates: !values.flag('without-rates'),
      ...given({ pageSize: values.oneOf('page', pageSizes) }),
    })
    return { json: answer, text: `Wrote ${counted(answer.pages, 'page')} to ${answer.fileName}.` }
  },
}

export const reportCommands: readonly Command[] = [mediaKit]
