import { initials } from '#src/shared/domain/names.ts'
import type { Branding } from '../../contract/types.ts'
import { image, link, tableHtml, text } from '../../html/elements.ts'
import { escaped } from '../../html/text.ts'
import { shownAddress } from '../../page/link.ts'
import { filled, shortDate, type KitLabels } from '../labels.ts'
import { contactAddress } from '../parts/contact.ts'
import type { KitPost, MediaKit } from '../types.ts'
import { accountHead, engagementText, followersText, postAlt, postHead, postsTitle } from '../words.ts'

/** The agency's logo, or its name. */
export function markHtml({ name, logo }: Branding): string {
  return logo ? `<p class="mark">${image(logo, name)}</p>` : text('p', name, 'mark')
}

export function portraitHtml({ name, portrait }: MediaKit, labels: KitLabels): string {
  const alt = filled(labels.portrait, { name })
  if (portrait) return image(portrait, alt, 'portrait')
  return `<div class="portrait" role="img" aria-label="${escaped(alt)}"><span aria-hidden="true">${escaped(initials(name))}</span></div>`
}

/** A tile for each account: platform and tier, handle, followers, engagement with its basis. */
export function accountsHtml({ accounts, language }: MediaKit, labels: KitLabels): string {
  const tiles = accounts.map((account) => {
    const rates = account.engagement.map(
      ({ basis, rate, how }) => `<p>${escaped(engagementText(basis, rate, labels))}</p>${text('p', how, 'how')}`,
    )
    const date = account.on && account.followers !== null ? `, ${shortDate(account.on, language)}` : ''
    return `<li class="tile">${text('p', accountHead(account), 'label')}<p>${link(account.handle, account.url)}</p>
<p class="figure${account.followers === null ? ' unknown' : ''}">${escaped(followersText(account, language, labels))}</p>
<p class="how">${escaped(labels.followers + date)}</p>
${rates.join('\n') || text('p', labels.engagementNotKnown)}</li>`
  })
  return tiles.length > 0 ? `<ul class="tiles">${tiles.join('\n')}</ul>` : ''
}

export function postsHtml(kit: MediaKit, labels: KitLabels, tag = 'h2'): string {
  if (kit.posts.list.length === 0) return ''
  const note = kit.posts.note ? text('p', kit.posts.note, 'note') : ''
  const cards = kit.posts.list.map((post) => postHtml(post, kit.language, labels)).join('\n')
  return `<section><${tag}>${escaped(postsTitle(kit, labels))}</${tag}>${note}<ul class="posts">${cards}</ul></section>`
}

function postHtml(post: KitPost, language: string, labels: KitLabels): string {
  return `<li class="post">${post.picture ? image(post.picture, postAlt(post, language, labels)) : ''}
${text('p', postHead(post, language, labels), 'label')}${post.figure ? text('p', post.figure, 'figure') : ''}
${post.figures.length > 0 ? text('p', post.figures.join(', '), 'note') : ''}${post.caption ? text('p', post.caption) : ''}
${post.url ? `<p>${link(shownAddress(post.url), post.url)}</p>` : ''}</li>`
}

export function contactHtml(contact: readonly string[], labels: KitLabels): string {
  if (contact.length === 0) return ''
  const lines = contact.map((line) => `<li>${link(line, contactAddress(line))}</li>`).join('')
  return `<section><h2>${escaped(labels.contact)}</h2><ul class="entries">${lines}</ul></section>`
}

/** A short list under a heading; nothing of no entries. */
export function entriesHtml(title: string, entries: readonly [string, string | null][]): string {
  if (entries.length === 0) return ''
  const lines = entries.map(([main, extra]) => `<li>${text('span', main)}${extra ? text('span', extra, 'soft') : ''}</li>`).join('')
  return `<section><h2>${escaped(title)}</h2><ul class="entries">${lines}</ul></section>`
}

export function ratesHtml({ rates }: MediaKit, labels: KitLabels): string {
  if (rates.length === 0) return ''
  const columns = [{ label: labels.format }, { label: labels.where }, { label: labels.price, isNumber: true }]
  const rows = rates.map(({ format, platform, price }) => ({ cells: [format, platform, price] }))
  return `<section><h2>${escaped(labels.formats)}</h2>${tableHtml(labels.formats, columns, rows)}</section>`
}

export function brandsHtml({ brands }: MediaKit, labels: KitLabels): string {
  if (brands.length === 0) return ''
  const columns = [{ label: labels.brand }, { label: labels.published }, { label: labels.when }]
  const rows = brands.map(({ brand, what, when }) => ({ cells: [brand, what ?? '', when ?? ''] }))
  return `<section><h2>${escaped(labels.past)}</h2>${tableHtml(labels.past, columns, rows)}</section>`
}
