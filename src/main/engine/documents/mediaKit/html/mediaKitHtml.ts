import { text } from '../../html/elements.ts'
import { htmlPage } from '../../html/page.ts'
import { escaped } from '../../html/text.ts'
import { readableAccent } from '../../page/theme.ts'
import { dayOf, filled, kitLabels, shortDate, type KitLabels } from '../labels.ts'
import type { MediaKit } from '../types.ts'
import { audienceHtml, growthHtml } from './charts.ts'
import { accountsHtml, brandsHtml, contactHtml, entriesHtml, markHtml, portraitHtml, postsHtml, ratesHtml } from './parts.ts'

/** A creator's media kit as one HTML file that needs nothing besides: pictures and charts inside, no script, no network. */
export function mediaKitHtml(kit: MediaKit): string {
  const labels = kitLabels(kit.language)
  const title = filled(labels.title, { name: kit.name })
  const date = shortDate(dayOf(kit.createdAt), kit.language)
  const foot = `<footer>${escaped(`${kit.branding.name} · ${title} · ${date}`)}</footer>`
  return htmlPage({
    language: kit.language,
    title,
    accent: readableAccent(kit.branding.accent ?? undefined),
    paper: kit.pageSize === 'Letter' ? 'letter' : 'A4',
    layout: `kit ${kit.layout}`,
    body: kit.layout === 'one-page' ? onePage(kit, labels, foot) : portfolio(kit, labels, foot),
  })
}

function onePage(kit: MediaKit, labels: KitLabels, foot: string): string {
  const rates = kit.rates.map(({ format, platform, price }): [string, string] => [[format, platform].filter(Boolean).join(', '), price])
  const brands = kit.brands.map(({ brand, when }): [string, string | null] => [brand, when])
  return `<div class="sheet"><header>${portraitHtml(kit, labels)}</header><main>
${text('h1', kit.name)}${kit.headline ? text('p', kit.headline, 'soft') : ''}${kit.bio ? text('p', kit.bio) : ''}
${accountsHtml(kit, labels)}${growthHtml(kit, labels)}${audiencesHtml(kit, labels)}${postsHtml(kit, labels)}
</main><aside>
${contactHtml(kit.contact, labels)}${languagesHtml(kit, labels)}${entriesHtml(labels.formats, rates)}${entriesHtml(labels.past, brands)}
<section>${markHtml(kit.branding)}</section></aside>${foot}</div>`
}

function portfolio(kit: MediaKit, labels: KitLabels, foot: string): string {
  return `<header><div class="wrap top">${markHtml(kit.branding)}</div>
<div class="band"><div class="wrap">${portraitHtml(kit, labels)}
<div class="words">${text('h1', kit.name)}${kit.headline ? text('p', kit.headline) : ''}</div></div></div></header>
<main class="wrap">${accountsHtml(kit, labels)}
${kit.bio ? `<section><h2>${escaped(labels.about)}</h2>${text('p', kit.bio)}</section>` : ''}
${languagesHtml(kit, labels)}${growthHtml(kit, labels)}${audiencesHtml(kit, labels)}
${postsHtml(kit, labels)}${ratesHtml(kit, labels)}${brandsHtml(kit, labels)}
${contactHtml(kit.contact, labels)}</main><div class="wrap">${foot}</div>`
}

function languagesHtml({ languages }: MediaKit, labels: KitLabels): string {
  return entriesHtml(labels.languages, languages.length > 0 ? [[languages.join(', '), null]] : [])
}

function audiencesHtml({ audiences, language }: MediaKit, labels: KitLabels): string {
  const parts = audiences.map((audience) => {
    const title = filled(labels.audienceOf, { platform: audience.platform, date: shortDate(audience.on, language) })
    return `<section><h2>${escaped(title)}</h2>${audienceHtml(audience, language, labels)}</section>`
  })
  return parts.join('\n')
}
