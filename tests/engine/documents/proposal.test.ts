import { describe, expect, test } from 'vitest'
import { proposalHtml } from '#src/main/engine/documents/proposal/proposalHtml.ts'
import { renderProposal } from '#src/main/engine/documents/proposal/renderProposal.ts'
import { bareParts, sampleKit, sampleProposal } from './support/kit.ts'
import { hasPoppler, poppler, textOf } from './support/poppler.ts'

const names = [
  'Ana Martins',
  'سارة الخطيب',
  '한지민',
  'Maximiliana-Alexandrina von Hohenstaufen-Wittelsbach de la Torre',
  '王思雨',
  'דנה לוי',
]
const kits = [...names, ...names].map((name, at) => sampleKit({ name, ...(at % 4 === 3 ? bareParts : {}) }))

const pages = async (perPage: 1 | 2, pageSize: 'A4' | 'Letter') => (await renderProposal(sampleProposal(kits, { perPage, pageSize }))).pages

test('a proposal has a cover, a summary, a page or half a page for each creator, and a last page', async () => {
  // The summary of twelve takes two pages.
  expect(await pages(1, 'A4')).toBe(1 + 2 + 12 + 1)
  expect(await pages(2, 'Letter')).toBe(1 + 2 + 6 + 1)
})

describe.runIf(hasPoppler)('a proposal’s pages', () => {
  test.each([1, 2] as const)('with %i to a page say for whom, why, how many and what it costs', async (perPage) => {
    const { bytes } = await renderProposal(sampleProposal(kits.slice(0, 3), { perPage }))
    const text = textOf(bytes)
    const parts = ['Proposal for Oat & Ember', 'Spring breakfast', 'Harbour Lane Agency', 'You asked for people who cook', 'Reach by tier']
    const more = ['Reach by platform', 'Why Ana Martins', 'Reason 1: their followers', 'Reason 3', 'Total, a post each', 'EUR 450.00']
    for (const part of [...parts, ...more, '1 without a price on file', 'On request', '4.2% by followers', 'Next steps'])
      expect(text).toContain(part)
    const structure = poppler('pdfinfo', bytes, ['-struct'])
    expect(structure.match(/^\s+Table/gm)).toHaveLength(3)
    expect(structure).toMatch(/^\s+H1/m)
  })

  test('without prices name none', async () => {
    const creators = sampleProposal(kits).creators.map((creator) => ({ ...creator, price: null }))
    const { bytes } = await renderProposal(sampleProposal(kits, { creators, prices: null }))
    expect(textOf(bytes)).not.toMatch(/EUR|On request|Total|From, a post/)
  })
})

test('as HTML it is one safe file that says the same', () => {
  const html = proposalHtml(sampleProposal([sampleKit({ name: '<b>Ana</b>' })], { client: '<i>Oat</i>', intro: 'A "quote" & more' }))
  expect(html).not.toMatch(/<b>Ana|<i>Oat|<script/)
  for (const part of ['&lt;b&gt;Ana&lt;/b&gt;', 'Reason 1', 'Reach by tier', 'A &quot;quote&quot; &amp; more', 'scope="row"'])
    expect(html).toContain(part)
})
