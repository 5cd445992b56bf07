import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { KitSettings } from '#src/shared/contract/reports.ts'
import type { EngineContext } from '../context.ts'
import { mediaKitHtml } from '../documents/mediaKit/html/mediaKitHtml.ts'
import { renderMediaKit } from '../documents/mediaKit/renderMediaKit.ts'
import type { MediaKit } from '../documents/mediaKit/types.ts'
import { unwritable } from '../file-errors.ts'
import { writeArchive } from '../workspace/archive/write-archive.ts'
import { chosenCreators } from './kit/chosen.ts'
import { kitFrame } from './kit/frame.ts'
import { kitOf } from './kit/kit-of.ts'

type Format = 'pdf' | 'html'
type Options = z.infer<typeof KitSettings> & {
  creatorIds?: string[] | undefined
  shortlist?: string | undefined
  format: Format
  file: string
}

/** Draws a media kit for each chosen creator and writes them into one zip at the granted place, one after the other, so that memory does not
 *  grow with their number. Raises NOT_FOUND, CANCELLED and what writing there raises; then the place is as it was. */
export async function saveMediaKits(
  context: EngineContext,
  { file, creatorIds, shortlist, format, ...settings }: Options,
): Promise<{ fileName: string; kits: number; notices: string[] }> {
  const { creators } = await chosenCreators(context.read, { creatorIds, shortlist })
  const target = context.grants.writable(file)
  return context.jobs.run('Drawing media kits', async (job) => {
    let archive: Awaited<ReturnType<typeof writeArchive>> | undefined
    try {
      archive = await writeArchive(target.partPath)
      const frame = await kitFrame(context)
      const nameFor = fileNames(format)
      for (const [at, { id }] of creators.entries()) {
        job.throwIfCancelled()
        const { kit } = await kitOf(context.read, id, settings, frame)
        await archive.add(nameFor(kit.name), oneChunk(await bytesOf(kit, format)), format === 'html')
        job.progress(at + 1, creators.length, kit.name)
        // Others ask the engine for things meanwhile.
        await setImmediate()
      }
      job.throwIfCancelled()
      await archive.finish()
      archive = undefined
      return { fileName: await target.finish(), kits: creators.length, notices: frame.notices }
    } catch (error) {
      await archive?.abandon()
      await target.abandon()
      throw unwritable(target.name, error)
    }
  })
}

async function bytesOf(kit: MediaKit, format: Format): Promise<Uint8Array> {
  return format === 'html' ? Buffer.from(mediaKitHtml(kit)) : (await renderMediaKit(kit)).bytes
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const longestName = 80

/** Names for the files of a zip: the creator's, without what no file system takes, and a number where two share one. */
function fileNames(format: Format): (name: string) => string {
  const given = new Map<string, number>()
  return (name) => {
    const plain = name
      .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
    const short =
      Array.from(plain)
        .slice(0, longestName)
        .join('')
        .replaceAll(/^[. ]+|[. ]+$/g, '') || 'creator'
    const count = (given.get(short.toLowerCase()) ?? 0) + 1
    given.set(short.toLowerCase(), count)
    return `${short}${count > 1 ? ` (${count})` : ''} media kit.${format}`
  }
}
