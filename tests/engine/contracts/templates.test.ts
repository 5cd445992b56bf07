import { expect, test } from 'vitest'
import { contractLanguages, contractTemplates, clauseLibrary } from '#src/main/engine/documents/contract/library.ts'
import type { MergeField } from '#src/main/engine/documents/contract/mergeFields.ts'
import { smallAgency } from '#tests/support/thread.ts'
import { testWorkspace } from '#tests/support/workspace.ts'
import { agencyWithDraft, textOf } from './setup.ts'

const everywhere = contractLanguages().flatMap(({ id }) => contractTemplates(id).map((template) => [id, template.id] as const))

test.each(everywhere)('%s: %s is filled from the records, asks only for what nobody knows, and is drawn', async (language, templateId) => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const agency = await smallAgency(workspace)
  await call.clients.update({ id: agency.clientId, changes: { contactName: 'Tom Baker' } })
  const [first = ''] = agency.collaborationIds
  await call.contracts.create({ collaborationIds: [first] })
  const { counterparty } = contractTemplates(language).find(({ id }) => id === templateId) ?? {}
  const selection = counterparty === 'client' ? { campaignIds: [agency.campaignId] } : { collaborationIds: [first] }
  const {
    ids: [id = ''],
    numbers,
  } = await call.contracts.create({ ...selection, templateId, language })
  expect(numbers).toEqual(['2026-0002'])
  const { checks, fields } = await call.contracts.show({ id })
  const missing = checks.filter(({ level }) => level === 'missing').flatMap(({ field }) => field ?? [])
  const unknowable = new Set([
    'law.venue',
    'exclusivity.category',
    'addOn.fee',
    ...(templateId === 'gifting-only' ? ['product.value'] : []),
  ])
  expect(missing.filter((field) => !unknowable.has(field))).toEqual([])
  const examples = clauseLibrary(language).fields
  await call.contracts.update({ id, fields: Object.fromEntries(missing.map((field) => [field, examples[field as MergeField].example])) })
  const text = await textOf(workspace, id)
  expect(text).not.toMatch(/\{\{|\}\}|undefined|null\b|\[/)
  expect(fields.find(({ name }) => name === 'agency.name')).toMatchObject({ value: 'Harbour Lane GmbH', source: 'agency settings' })
  const { pages, pdf } = await call.contracts.preview({ id })
  expect(pages).toBeGreaterThan(0)
  expect(pdf.size).toBeGreaterThan(10_000)
})

test('an insertion order is with the client: all creators’ posts together, the budget in words, and the client signs', async () => {
  const workspace = await agencyWithDraft()
  const { call, campaignId } = workspace
  const {
    ids: [id = ''],
  } = await call.contracts.create({ campaignIds: [campaignId], templateId: 'insertion-order' })
  expect(await call.contracts.show({ id })).toMatchObject({
    collaborationId: null,
    creatorId: null,
    campaignId,
    counterparty: { role: 'client', name: 'Oat & Ember' },
  })
  const text = await textOf(workspace, id)
  expect(text).toContain('number of creators (each a “Creator”): 2')
  expect(text).toContain('2 × Reel · Instagram · 30 s · 15 December 2026')
  expect(text).toContain('EUR 5,000.00 (five thousand euros)')
  expect((await call.contracts.list({})).map(({ counterparty }) => counterparty.role)).toEqual(['client', 'creator', 'creator'])
})

test('a template says what it is made for, and refuses the other selection', async () => {
  const { call, campaignId, first } = await agencyWithDraft()
  await expect(call.contracts.create({ campaignIds: [campaignId] })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining('is with a creator'),
  })
  await expect(call.contracts.create({ collaborationIds: [first], templateId: 'insertion-order' })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining('is with the client'),
  })
  await expect(call.contracts.create({ collaborationIds: [first], language: 'tlh' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a whitelisting add-on names the contract it adds to and pays extra', async () => {
  const workspace = await agencyWithDraft()
  const { call, first, id: main } = workspace
  await call.contracts.create({ collaborationIds: [first], templateId: 'nda' })
  const {
    ids: [id = ''],
  } = await call.contracts.create({ collaborationIds: [first], templateId: 'whitelisting' })
  const { number } = await call.contracts.show({ id: main })
  await call.contracts.update({ id, fields: { 'addOn.fee': 'EUR 150.00' } })
  const text = await textOf(workspace, id)
  expect(text).toContain(`This add-on belongs to contract ${number} of 21 November 2026`)
  expect(text).toContain('for 30 days from the first advertisement')
  expect(text).toContain('EUR 150.00')
})

test('the clause library can be read: by language and kind, worded for countries', async () => {
  const { call } = await testWorkspace()
  expect(await call.contracts.languages({})).toEqual([
    { id: 'de', name: 'Deutsch', jurisdictions: ['DE', 'GB', 'US'] },
    { id: 'en', name: 'English', jurisdictions: ['DE', 'GB', 'US'] },
  ])
  const german = await call.contracts.clauses({ language: 'de', kind: 'disclosure' })
  expect(german.map(({ id, jurisdiction }) => `${id} ${jurisdiction}`)).toEqual([
    'disclosure any',
    'disclosure DE',
    'disclosure US',
    'disclosure GB',
    'disclosure.client any',
  ])
  expect(german[0]).toMatchObject({ heading: 'Kennzeichnung', templates: ['paid-post', 'gifting-only', 'ambassador', 'whitelisting'] })
  await call.workspace.updateSettings({ changes: { contractLanguage: 'de' } })
  expect((await call.contracts.templates({})).map(({ label }) => label)).toContain('Botschafter')
  await expect(call.workspace.updateSettings({ changes: { contractLanguage: 'xx' } })).rejects.toMatchObject({ code: 'BAD_INPUT' })
})

test('a governing law chooses the wording; another can be chosen for one contract', async () => {
  const workspace = await agencyWithDraft({ jurisdiction: 'US' })
  expect(await textOf(workspace, workspace.id)).toContain('16 CFR Part 255')
  await workspace.call.workspace.updateSettings({ changes: { agency: { governingLaw: 'England and Wales' } } })
  const {
    ids: [british = ''],
  } = await workspace.call.contracts.create({ collaborationIds: [workspace.first] })
  expect(await workspace.call.contracts.show({ id: british })).toMatchObject({ jurisdiction: 'GB' })
  expect(await textOf(workspace, british)).toContain('CAP Code')
  expect(await textOf(workspace, british)).toContain('The law of England and Wales governs')
})
