import { tableHtml, text } from '../html/elements.ts'
import { htmlPage } from '../html/page.ts'
import { escaped } from '../html/text.ts'
import { readableAccent } from '../page/theme.ts'
import { audienceHtml, growthHtml } from '../mediaKit/html/charts.ts'
import { accountsHtml, contactHtml, markHtml, portraitHtml, postsHtml } from '../mediaKit/html/parts.ts'
import { dayOf, filled, kitLabels, proposalLabels, shortDate, type KitLabels, type ProposalLabels } from '../mediaKit/labels.ts'
import { paragraphsOf } from './cover.ts'
import type { Proposal, ProposedCreator, ReachLine } from './types.ts'
import { firstAccount, priceNotes, reachText } from './words.ts'

/** A proposal for a client as one HTML file that needs nothing besides. */
export function proposalHtml(proposal: Proposal): string {
  const { language, title, client, branding } = proposal
  const [labels, words] = [kitLabels(language), proposalLabels(language)]
  const date = shortDate(dayOf(proposal.createdAt), language)
  const forClient = client ? filled(words.forClient, { client }) : words.kind
  const closing = words.closingText.map((line) => text('p', line)).join('\n')
  const body = `<header><div class="wrap top">${markHtml(branding)}</div>
<div class="band"><div class="wrap"><div class="words">${text('p', forClient)}${text('h1', title)}</div></div></div></header>
<main class="wrap"><p class="soft" style="margin-top: 1.2rem">${escaped(filled(words.prepared, { agency: branding.name, date }))}</p>
${paragraphsOf(proposal.intro)
  .map((part) => text('p', part))
  .join('\n')}
${contactHtml(proposal.contact, labels)}
${overviewHtml(proposal, labels, words)}
${proposal.creators.map((proposed) => creatorHtml(proposed, proposal.perPage === 1, labels, words)).join('\n')}
<section class="person"><h2>${escaped(words.closing)}</h2>${closing}
${text('p', filled(words.basis, { agency: branding.name, date }), 'note')}</section>
</main><div class="wrap"><footer>${escaped(`${branding.name} · ${title} · ${date}`)}</footer></div>`
  return htmlPage({
    language,
    title: client ? `${title}: ${forClient}` : title,
    accent: readableAccent(branding.accent ?? undefined),
    paper: proposal.pageSize === 'Letter' ? 'letter' : 'A4',
    layout: 'kit portfolio',
    body,
  })
}

function overviewHtml(proposal: Proposal, labels: KitLabels, words: ProposalLabels): string {
  const { creators, prices, reach } = proposal
  const columns = [
    { label: words.creator },
    { label: words.platform },
    { label: words.tier },
    { label: words.followers, isNumber: true },
    { label: labels.engagementHead },
    ...(prices ? [{ label: words.price, isNumber: true }] : []),
  ]
  const rows: { cells: string[]; isTotal?: boolean }[] = creators.map(({ kit, price }) => {
    const { platform, tier, followers, engagement } = firstAccount(kit, labels) ?? {}
    const cells = [kit.name, ...[platform, tier, followers, engagement].map((value) => value ?? labels.notKnown)]
    return { cells: prices ? [...cells, price ? `${price.amount}\n${price.what}` : words.onRequest] : cells }
  })
  for (const total of prices?.totals ?? []) rows.push({ cells: [words.total, '', '', '', '', total], isTotal: true })
  const notes = priceNotes(proposal, words)
    .map((note) => text('p', note, 'note'))
    .join('')
  const tiers = [...reach.tiers, { ...reach.total, isTotal: true }]
  return `<section><h2>${escaped(words.overview)}</h2>${tableHtml(words.overview, columns, rows)}${notes}
${reachHtml(words.reachOfTiers, words.tier, tiers, words.tierNote, proposal, labels, words)}
${reachHtml(words.reachOfPlatforms, words.platform, reach.platforms, words.platformNote, proposal, labels, words)}</section>`
}

function reachHtml(
  title: string,
  what: string,
  lines: readonly (ReachLine & { isTotal?: boolean })[],
  note: string,
  { language }: Proposal,
  labels: KitLabels,
  words: ProposalLabels,
): string {
  const columns = [{ label: what }, { label: words.creators, isNumber: true }, { label: words.followers, isNumber: true }]
  const rows = lines.map((line) => ({
    cells: [line.label, String(line.creators), reachText(line, language, labels, words)],
    isTotal: line.isTotal === true,
  }))
  return `<h3>${escaped(title)}</h3>${tableHtml(title, columns, rows)}${text('p', note, 'note')}`
}

function creatorHtml({ kit, why, price }: ProposedCreator, isWhole: boolean, labels: KitLabels, words: ProposalLabels): string {
  const reasons = paragraphsOf(why)
    .map((part) => text('p', part))
    .join('')
  const [audience] = kit.audiences
  const title = audience && filled(labels.audienceOf, { platform: audience.platform, date: shortDate(audience.on, kit.language) })
  return `<section class="person"><div class="who">${portraitHtml(kit, labels)}<div>${text('h2', kit.name)}
${kit.headline ? text('p', kit.headline, 'soft') : ''}${price ? text('p', `${words.rate}: ${price.amount}, ${price.what}`, 'price') : ''}
${kit.bio ? text('p', kit.bio) : ''}</div></div>
${reasons ? `<div class="why">${text('h3', filled(words.why, { name: kit.name }))}${reasons}</div>` : ''}
${accountsHtml(kit, labels)}${isWhole ? growthHtml(kit, labels, 'h3') : ''}
${isWhole && audience && title ? `<h3>${escaped(title)}</h3>${audienceHtml(audience, kit.language, labels)}` : ''}
${isWhole ? postsHtml(kit, labels, 'h3') : ''}</section>`
}
