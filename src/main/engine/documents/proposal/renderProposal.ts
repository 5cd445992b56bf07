import { setImmediate } from 'node:timers/promises'
import { createDocument, documentBytes } from '../page/document.ts'
import { drawFrame } from '../page/frame.ts'
import { breakPage, paragraph, startFlow, type Element, type Flow } from '../page/flow.ts'
import { styles } from '../page/theme.ts'
import { dayOf, filled, kitLabels, proposalLabels, shortDate, type KitLabels, type ProposalLabels } from '../mediaKit/labels.ts'
import type { RenderedMediaKit } from '../mediaKit/types.ts'
import { contactLines, cover } from './cover.ts'
import { creatorHalf, creatorPage } from './creatorPart.ts'
import { overview } from './overview.ts'
import type { Proposal } from './types.ts'

/** Sets a proposal for a client as a tagged PDF: cover, summary, the creators, next steps. `drawn` is told after each creator and may end
 *  the work by throwing. The same data gives the same bytes. Raises NOT_AN_IMAGE for a picture that can't be read. */
export async function renderProposal(proposal: Proposal, drawn: (count: number) => void = () => undefined): Promise<RenderedMediaKit> {
  const { language, branding, title, client, createdAt } = proposal
  const [labels, words] = [kitLabels(language), proposalLabels(language)]
  const whole = client ? `${title}: ${filled(words.forClient, { client })}` : title
  const doc = createDocument({ title: whole, author: branding.name, language, createdAt }, proposal.pageSize)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const flow = startFlow(doc)
  cover(flow, root, proposal, labels, words)
  overview(flow, root, proposal, labels, words)
  for (const [at, proposed] of proposal.creators.entries()) {
    if (proposal.perPage === 1) creatorPage(flow, root, proposed, labels, words)
    else creatorHalf(flow, root, proposed, at % 2 === 0, labels, words)
    drawn(at + 1)
    // Others ask the engine for things meanwhile.
    await setImmediate()
  }
  closing(flow, root, proposal, labels, words)
  root.end()
  const date = shortDate(dayOf(createdAt), language)
  drawFrame(doc, { headLeft: branding.name, headRight: title, footLeft: `${whole} · ${date}`, footRight: labels.page })
  const { count } = doc.bufferedPageRange()
  return { bytes: await documentBytes(doc), pages: count }
}

/** The last page: what happens next, whom to ask, and what the figures rest on. */
function closing(flow: Flow, root: Element, proposal: Proposal, labels: KitLabels, words: ProposalLabels): void {
  breakPage(flow)
  paragraph(flow, root, words.closing, { ...styles.title, size: 18, leading: 24 }, { tag: 'H2', after: 10 })
  for (const text of words.closingText) paragraph(flow, root, text, styles.body, { after: 6 })
  contactLines(flow, root, proposal, labels)
  const date = shortDate(dayOf(proposal.createdAt), proposal.language)
  flow.y += 18
  paragraph(flow, root, filled(words.basis, { agency: proposal.branding.name, date }), styles.small)
}
