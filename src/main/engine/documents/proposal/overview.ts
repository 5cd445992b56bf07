import { breakPage, paragraph, type Element, type Flow } from '../page/flow.ts'
import { table, type Column, type TableRow } from '../page/table.ts'
import { styles } from '../page/theme.ts'
import type { KitLabels, ProposalLabels } from '../mediaKit/labels.ts'
import { kitHeading } from '../mediaKit/parts/heading.ts'
import type { Proposal, ReachLine } from './types.ts'
import { firstAccount, priceNotes, reachText } from './words.ts'

const titleStyle = { ...styles.title, size: 18, leading: 24 }

/** The second page: how many people are reached by tier and by platform, and everybody in one table with the total. */
export function overview(flow: Flow, root: Element, proposal: Proposal, labels: KitLabels, words: ProposalLabels): void {
  breakPage(flow)
  paragraph(flow, root, words.overview, titleStyle, { tag: 'H2', after: 12 })
  creatorsTable(flow, root, proposal, labels, words)
  const { tiers, platforms, total } = proposal.reach
  reachTable(flow, root, words.reachOfTiers, words.tier, [...tiers, { ...total, isTotal: true }], words.tierNote, proposal, labels, words)
  reachTable(flow, root, words.reachOfPlatforms, words.platform, platforms, words.platformNote, proposal, labels, words)
}

function reachTable(
  flow: Flow,
  root: Element,
  title: string,
  what: string,
  lines: readonly (ReachLine & { isTotal?: boolean })[],
  note: string,
  { language }: Proposal,
  labels: KitLabels,
  words: ProposalLabels,
): void {
  kitHeading(flow, root, title, Math.min(300, 50 + lines.length * 23), 'H3')
  const columns: Column[] = [
    { label: what, share: 0.4 },
    { label: words.creators, share: 0.2, align: 'right' },
    { label: words.followers, share: 0.4, align: 'right' },
  ]
  const rows: TableRow[] = lines.map((line) => ({
    cells: [line.label, String(line.creators), reachText(line, language, labels, words)],
    ...(line.isTotal ? { isTotal: true } : {}),
  }))
  table(flow, root, columns, rows, 5)
  paragraph(flow, root, note, styles.small, { after: 16 })
}

function creatorsTable(flow: Flow, root: Element, proposal: Proposal, labels: KitLabels, words: ProposalLabels): void {
  const hasPrices = proposal.prices !== null
  const columns: Column[] = [
    { label: words.creator, share: hasPrices ? 0.24 : 0.34 },
    { label: words.platform, share: hasPrices ? 0.13 : 0.16 },
    { label: words.tier, share: hasPrices ? 0.1 : 0.14 },
    { label: words.followers, share: hasPrices ? 0.12 : 0.14, align: 'right' },
    { label: labels.engagementHead, share: 0.22 },
    ...(hasPrices ? [{ label: words.price, share: 0.19, align: 'right' as const }] : []),
  ]
  const rows: TableRow[] = proposal.creators.map(({ kit, price }) => {
    const account = firstAccount(kit, labels)
    const cells = [
      kit.name,
      account?.platform ?? labels.notKnown,
      account?.tier ?? labels.notKnown,
      account?.followers ?? labels.notKnown,
      account?.engagement ?? labels.notKnown,
    ]
    return { cells: hasPrices ? [...cells, price ? `${price.amount}\n${price.what}` : words.onRequest] : cells }
  })
  for (const [at, total] of (proposal.prices?.totals ?? []).entries())
    rows.push({ cells: [at === 0 ? words.total : '', '', '', '', '', total], isTotal: true })
  table(flow, root, columns, rows, 5)
  for (const note of priceNotes(proposal, words)) paragraph(flow, root, note, styles.small)
  flow.y += 16
}
