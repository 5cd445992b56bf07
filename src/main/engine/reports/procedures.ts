import { queries, tasks } from '../os.ts'
import { drawMediaKit, saveMediaKit } from './media-kit.ts'
import { saveMediaKits } from './media-kits.ts'
import { drawProposal, proposalDraft, saveProposal } from './proposal.ts'

export const reports = {
  mediaKit: tasks.reports.mediaKit.handler(({ input, context }) => saveMediaKit(context, input)),
  mediaKitPreview: queries.reports.mediaKitPreview.handler(async ({ input, context }) => asPreview(await drawMediaKit(context, input))),
  mediaKits: tasks.reports.mediaKits.handler(({ input, context }) => saveMediaKits(context, input)),
  proposalDraft: queries.reports.proposalDraft.handler(({ input, context }) => proposalDraft(context.read, input)),
  proposal: tasks.reports.proposal.handler(({ input, context }) => saveProposal(context, input)),
  proposalPreview: queries.reports.proposalPreview.handler(async ({ input, context }) => asPreview(await drawProposal(context, input))),
}

function asPreview({ bytes, pages, notices }: { bytes: Uint8Array; pages: number; notices: string[] }) {
  return { pdf: new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), pages, notices }
}
