import { createDocument, documentBytes } from '../page/document.ts'
import { drawFrame } from '../page/frame.ts'
import { startFlow } from '../page/flow.ts'
import { dayOf, filled, kitLabels, shortDate } from './labels.ts'
import { onePage } from './onePage.ts'
import { kitFoot } from './parts/foot.ts'
import { portfolio } from './portfolio.ts'
import type { MediaKit, RenderedMediaKit } from './types.ts'

/** Sets a creator's media kit as a tagged PDF, in the layout it asks for. The same data gives the same bytes.
 *  Raises NOT_AN_IMAGE for a picture that can't be read, NOT_FOUND for a language without words. */
export async function renderMediaKit(kit: MediaKit): Promise<RenderedMediaKit> {
  const labels = kitLabels(kit.language)
  const title = filled(labels.title, { name: kit.name })
  const doc = createDocument({ title, author: kit.branding.name, language: kit.language, createdAt: kit.createdAt }, kit.pageSize)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const foot = `${title} · ${shortDate(dayOf(kit.createdAt), kit.language)}`
  if (kit.layout === 'one-page') {
    onePage(doc, root, kit, labels)
    kitFoot(doc, 28, `${kit.branding.name} · ${foot}`, labels.page)
  } else {
    portfolio(startFlow(doc), root, kit, labels)
    drawFrame(doc, { headLeft: kit.branding.name, headRight: kit.name, footLeft: foot, footRight: labels.page })
  }
  root.end()
  const { count } = doc.bufferedPageRange()
  return { bytes: await documentBytes(doc), pages: count }
}
