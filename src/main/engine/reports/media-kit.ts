import type { z } from 'zod'
import type { MediaKitOptions } from '#src/shared/contract/reports.ts'
import type { EngineContext } from '../context.ts'
import { mediaKitHtml } from '../documents/mediaKit/html/mediaKitHtml.ts'
import { renderMediaKit } from '../documents/mediaKit/renderMediaKit.ts'
import { kitFrame } from './kit/frame.ts'
import { kitOf } from './kit/kit-of.ts'

type Options = z.infer<typeof MediaKitOptions>

/** Draws a creator's media kit as PDF from what is on file. Raises NOT_FOUND. */
export async function drawMediaKit(
  context: EngineContext,
  { creatorId, ...settings }: Options,
): Promise<{ bytes: Uint8Array; pages: number; notices: string[] }> {
  const frame = await kitFrame(context)
  const { kit } = await kitOf(context.read, creatorId, settings, frame)
  return { ...(await renderMediaKit(kit)), notices: frame.notices }
}

/** Writes the media kit to a granted place, as PDF or HTML by its name. Raises NOT_FOUND and what writing there raises. */
export async function saveMediaKit(
  context: EngineContext,
  { file, creatorId, ...settings }: Options & { file: string },
): Promise<{ fileName: string; pages: number | null; notices: string[] }> {
  const frame = await kitFrame(context)
  const { kit } = await kitOf(context.read, creatorId, settings, frame)
  const isHtml = endsAsHtml(context.grants.writable(file).name)
  const { bytes, pages } = isHtml ? { bytes: mediaKitHtml(kit), pages: null } : await renderMediaKit(kit)
  return { fileName: await context.grants.writeBytes(file, bytes), pages, notices: frame.notices }
}

/** Whether a file of this name is to be a page for browsers. */
export function endsAsHtml(name: string): boolean {
  return /\.html?$/i.test(name)
}
