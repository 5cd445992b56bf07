import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { plainPng } from '#tests/engine/documents/support/images.ts'
import { textOf } from '#tests/engine/documents/support/poppler.ts'
import { smallAgency } from '#tests/support/thread.ts'
import { testWorkspace } from '#tests/support/workspace.ts'
import { finishedWork, richCreator } from './rich-creator.ts'

const nobody = '01900000-0000-7000-8000-000000000000'

async function richWorkspace(portrait: Uint8Array = plainPng(80, 80)) {
  const workspace = await testWorkspace()
  const rich = await richCreator(workspace, portrait, plainPng(60, 40))
  const { call, engine, folder } = workspace
  const at = (name: string) => join(folder, name)
  const grant = (name: string) => engine.grants.toWrite(at(name))
  const pdfOf = async (options: Partial<Parameters<typeof call.reports.mediaKit>[0]> = {}) => {
    await call.reports.mediaKit({ creatorId: rich.creatorId, layout: 'portfolio', file: grant('kit.pdf'), ...options })
    return textOf(readFileSync(at('kit.pdf')), ['-raw'])
  }
  return { ...workspace, ...rich, at, grant, pdfOf }
}

test('a media kit says who, where, how many and on what basis, in every script', async () => {
  const workspace = await testWorkspace()
  const { creatorIds } = await smallAgency(workspace)
  const { call, engine, folder } = workspace
  const path = join(folder, 'kit.pdf')
  const { pages, notices } = await call.reports.mediaKit({ creatorId: creatorIds[1] as string, file: engine.grants.toWrite(path) })
  expect({ pages, notices }).toEqual({ pages: 1, notices: [] })
  const text = textOf(readFileSync(path))
  for (const part of ['Юлия 한지민 王', '@yulia.eats', 'Micro', '1.84% by followers', 'Mira Sommer', 'Lisboa, Portugal'])
    expect(text).toContain(part)
  expect(text).toContain('average likes and comments per post, computed from the figures of 1 Nov 2026')
})

test('what people keep of a creator stands in their kit: audience, posts by a stated measure, brands, languages, rates', async () => {
  const { pdfOf } = await richWorkspace()
  const text = await pdfOf()
  const parts = ['Ana cooks what the market has.', 'Portuguese, English', 'Audience on Instagram, 1 Oct 2026', 'Germany 42.1%', 'Women']
  const more = [
    'EUR 450.00',
    'Carousel',
    'On request',
    'Nordlicht Tee',
    '2025',
    '1,000 interactions',
    '900 likes, 100 saves',
    '+1,200 in 92 days',
  ]
  for (const part of [...parts, ...more, 'Best posts by interactions']) expect(text).toContain(part)
  expect(text.indexOf('18–24')).toBeLessThan(text.indexOf('25–34'))
  expect(text.indexOf('Strong')).toBeLessThan(text.indexOf('Weak'))
  expect(text.indexOf('Weak')).toBeLessThan(text.indexOf('Unmeasured'))
  // A rival is no reference, remarks are the agency's own, and an older audience is past.
  expect(text).not.toMatch(/Rival|under the table|France|javascript/)
})

test('work for clients that is done names the brand and what was published, and nothing else of theirs', async () => {
  const workspace = await richWorkspace()
  const { pdfOf } = workspace
  expect(await pdfOf()).not.toContain('Oat & Ember')
  await finishedWork(workspace, workspace)
  const text = await pdfOf()
  for (const part of [
    'Oat & Ember',
    '1 × Reel',
    'Nov 2026',
    '5% by reach',
    'likes and comments of 1 result for clients, over the people reached',
  ])
    expect(text).toContain(part)
  expect(text).not.toMatch(/Spring breakfast|Secret launch|999|500\.00/)
})

test('rates can be hidden, and the contact is the agency’s, the creator’s or nobody’s', async () => {
  const { pdfOf } = await richWorkspace()
  expect(await pdfOf({ showRates: false })).not.toMatch(/450\.00|Formats and rates/)
  const theirs = await pdfOf({ contact: 'creator' })
  expect(theirs).toContain('ana.cooks@mail.test')
  expect(theirs).not.toMatch(/Mira Sommer|Rua das Flores/)
  expect(await pdfOf({ contact: 'none' })).not.toMatch(/Contact|mail\.test|harbourlane\.test/)
})

test('the ending decides: an HTML file is whole in itself, and its pictures carry nothing a camera wrote', async () => {
  const { call, creatorId, grant, at } = await richWorkspace()
  const answer = await call.reports.mediaKit({ creatorId, file: grant('kit.html') })
  expect(answer).toEqual({ fileName: 'kit.html', pages: null, notices: [] })
  const html = readFileSync(at('kit.html'), 'utf8')
  expect(html.match(/data:image\/png;base64,/g)).toHaveLength(2)
  for (const [, data = ''] of html.matchAll(/base64,([^"]+)/g)) expect(Buffer.from(data, 'base64').includes('Nobody')).toBe(false)
  expect(html).not.toContain('javascript')
})

test('a portrait that is no picture, and one that is gone, are left out and said; the kit is made all the same', async () => {
  const { call, creatorId, grant, engine } = await richWorkspace(new TextEncoder().encode('me.jpg'))
  const { notices, pages } = await call.reports.mediaKit({ creatorId, file: grant('kit.pdf') })
  expect({ notices, pages }).toEqual({
    notices: ['The portrait of Ana Martins is neither a PNG nor a JPEG image. It was left out.'],
    pages: 1,
  })
  const { read, files } = engine.contextFor('test')
  const { portrait_file_id } = await read.selectFrom('creator_profile').select('portrait_file_id').executeTakeFirstOrThrow()
  execFileSync('rm', [files.pathOf(portrait_file_id ?? '')])
  const again = await call.reports.mediaKitPreview({ creatorId })
  expect(again.notices).toEqual([expect.stringMatching(/^The portrait of Ana Martins could not be read\. .* It was left out\.$/)])
})

test('a creator who is gone is NOT_FOUND, and nothing is written', async () => {
  const { call, grant, at } = await richWorkspace()
  await expect(call.reports.mediaKitPreview({ creatorId: nobody })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.reports.mediaKits({ creatorIds: [nobody], file: grant('kits.zip') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.reports.proposal({ creatorIds: [nobody], file: grant('proposal.pdf') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect([at('kits.zip'), at('proposal.pdf')].filter(existsSync)).toEqual([])
})

test('a shortlist’s kits come as one zip, a file each, in either kind', async () => {
  const { call, grant, at, shortlistId, creatorId } = await richWorkspace()
  expect(await call.reports.mediaKits({ shortlist: shortlistId, file: grant('kits.zip') })).toEqual({
    fileName: 'kits.zip',
    kits: 2,
    notices: [],
  })
  const pdfs = unzipSync(readFileSync(at('kits.zip')))
  expect(Object.keys(pdfs)).toEqual(['Ana Martins media kit.pdf', 'Юлия 한지민 王 سارة media kit.pdf'])
  expect(textOf(pdfs['Ana Martins media kit.pdf'] ?? new Uint8Array())).toContain('EUR 450.00')
  const { id } = await call.creators.create({ name: 'ana martins', accounts: [] })
  const named = await call.creators.create({ name: '../..\\evil:*', accounts: [] })
  await call.reports.mediaKits({ creatorIds: [creatorId, id, named.id], format: 'html', file: grant('kits.zip') })
  const pages = unzipSync(readFileSync(at('kits.zip')))
  expect(Object.keys(pages)).toEqual(['Ana Martins media kit.html', 'ana martins (2) media kit.html', 'evil media kit.html'])
  expect(Buffer.from(pages['evil media kit.html'] ?? []).toString()).toContain('<h1 dir="auto">../..\\evil:*</h1>')
})

test('drawing many can be cancelled; then there is no file', async () => {
  const { call, engine, at, grant, creatorId } = await richWorkspace()
  const others: string[] = []
  for (let at = 0; at < 5; at++) others.push((await call.creators.create({ name: `Creator ${at}` })).id)
  const { jobs, bus } = engine.contextFor('test')
  const ended = new AbortController()
  const watching = (async () => {
    for await (const event of bus.subscribe(ended.signal)) if (event.type === 'job') jobs.cancel(event.job.id)
  })()
  await expect(call.reports.mediaKits({ creatorIds: [creatorId, ...others], file: grant('kits.zip') })).rejects.toMatchObject({
    code: 'CANCELLED',
  })
  await expect(call.reports.proposal({ creatorIds: [creatorId, ...others], file: grant('p.pdf') })).rejects.toMatchObject({
    code: 'CANCELLED',
  })
  ended.abort()
  await watching
  expect([at('kits.zip'), at('p.pdf')].filter(existsSync)).toEqual([])
})
