import { createDocument, documentBytes } from '../page/document.ts'
import { drawFrame } from '../page/frame.ts'
import { startFlow, type Element, type Flow } from '../page/flow.ts'
import { table, type TableRow } from '../page/table.ts'
import { accountTiles } from './accountTiles.ts'
import { growthChart } from './growthChart.ts'
import { kitHeading } from './heading.ts'
import { hero } from './hero.ts'
import { kitLabels, shortDate, type KitLabels } from './labels.ts'
import type { MediaKit, RenderedMediaKit } from './types.ts'

/** Sets a creator's media kit as a tagged PDF of one or two pages. The same data gives the same bytes.
 *  Raises NOT_AN_IMAGE for a portrait or logo that can't be read, NOT_FOUND for a language without words. */
export async function renderMediaKit(kit: MediaKit): Promise<RenderedMediaKit> {
  const labels = kitLabels(kit.language)
  const title = labels.title.replace('{name}', kit.name)
  const doc = createDocument({ title, author: kit.branding.name, language: kit.language, createdAt: kit.createdAt }, kit.pageSize)
  const flow = startFlow(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  hero(flow, root, kit, labels)
  accountTiles(flow, root, kit, labels)
  growthChart(flow, root, kit, labels)
  rates(flow, root, kit, labels)
  campaigns(flow, root, kit, labels)
  root.end()
  const { count } = doc.bufferedPageRange()
  const date = shortDate(kit.createdAt.toISOString().slice(0, 10), kit.language)
  drawFrame(doc, { headLeft: kit.branding.name, headRight: kit.name, footLeft: `${title} · ${date}`, footRight: labels.page })
  return { bytes: await documentBytes(doc), pages: count }
}

function rates(flow: Flow, parent: Element, { rates }: MediaKit, labels: KitLabels): void {
  if (rates.length === 0) return
  kitHeading(flow, parent, labels.formats, 60)
  const rows: TableRow[] = rates.map((rate) => ({ cells: [rate.format, rate.platform, rate.note ?? '', rate.price ?? labels.onRequest] }))
  const columns = [
    { label: labels.format, share: 0.24 },
    { label: labels.where, share: 0.2 },
    { label: labels.note, share: 0.36 },
    { label: labels.price, share: 0.2, align: 'right' as const },
  ]
  table(flow, parent, columns, rows, 14)
}

function campaigns(flow: Flow, parent: Element, { campaigns }: MediaKit, labels: KitLabels): void {
  if (campaigns.length === 0) return
  kitHeading(flow, parent, labels.past, 60)
  const rows: TableRow[] = campaigns.map((past) => ({ cells: [past.brand, past.campaign, past.when, past.result ?? ''] }))
  const columns = [
    { label: labels.brand, share: 0.24 },
    { label: labels.campaign, share: 0.28 },
    { label: labels.when, share: 0.16 },
    { label: labels.result, share: 0.32 },
  ]
  table(flow, parent, columns, rows, 14)
}
