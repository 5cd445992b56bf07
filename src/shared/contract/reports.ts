import { z } from 'zod'
import { FileGrant, Id, query, readingTask } from './base.ts'

export const MediaKitOptions = z.object({
  creatorId: Id,
  pageSize: z.enum(['A4', 'Letter']).default('A4'),
  showRates: z.boolean().default(true),
})

export const reports = {
  mediaKit: readingTask.input(MediaKitOptions.extend({ file: FileGrant })).output(z.object({ fileName: z.string(), pages: z.int() })),
  mediaKitPreview: query.input(MediaKitOptions).output(z.object({ pdf: z.instanceof(Blob), pages: z.int() })),
}
