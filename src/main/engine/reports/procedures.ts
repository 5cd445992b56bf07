import { queries, tasks } from '../os.ts'
import { drawMediaKit, saveMediaKit } from './media-kit.ts'

export const reports = {
  mediaKit: tasks.reports.mediaKit.handler(({ input, context }) => saveMediaKit(context, input)),
  mediaKitPreview: queries.reports.mediaKitPreview.handler(async ({ input, context }) => {
    const { bytes, pages } = await drawMediaKit(context, input)
    return { pdf: new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), pages }
  }),
}
