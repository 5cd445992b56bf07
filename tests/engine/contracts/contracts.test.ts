import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { smallAgency } from '#tests/support/thread.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

async function agencyWithDraft() {
  const workspace = await testWorkspace()
  const agency = await smallAgency(workspace)
  const { ids } = await workspace.call.contracts.create({ collaborationIds: agency.collaborationIds })
  return { ...workspace, ...agency, ids, id: ids[0] as string, otherId: ids[1] as string }
}

test('a contract is filled from campaign, brief, client, creator and settings, and says where each value came from', async () => {
  const { call, id } = await agencyWithDraft()
  const contract = await call.contracts.show({ id })
  const field = (name: string) => contract.fields.find((candidate) => candidate.name === name)
  expect(contract).toMatchObject({ number: '2026-0001', status: 'draft', creatorName: 'Ana Martins' })
  expect(field('compensation.description')).toMatchObject({
    value: 'A flat fee of EUR 500.00 (five hundred euros)',
    source: 'collaboration',
  })
  expect(field('usage.months')).toMatchObject({ value: '6', source: 'brief' })
  expect(field('cancellation.days')).toMatchObject({ value: '7', source: 'usual term' })
  expect(contract.checks.filter(({ level }) => level === 'missing').map(({ field }) => field)).toEqual([
    'exclusivity.category',
    'law.venue',
  ])
})

test('the venue comes from the settings and the category of competitors from the client, so that a selection needs no typing', async () => {
  const { call, id, otherId, clientId } = await agencyWithDraft()
  await call.workspace.updateSettings({ changes: { agency: { venue: 'Hamburg' } } })
  await call.clients.update({ id: clientId, changes: { industry: 'Breakfast cereals' } })
  for (const each of [id, otherId]) {
    const { fields, checks } = await call.contracts.show({ id: each })
    expect(fields.find(({ name }) => name === 'law.venue')).toMatchObject({ value: 'Hamburg', source: 'agency settings' })
    expect(fields.find(({ name }) => name === 'exclusivity.category')).toMatchObject({ value: 'Breakfast cereals', source: 'client' })
    expect(checks.filter(({ level }) => level === 'missing')).toEqual([])
  }
})

test('typing over a field and a clause shows in the PDF and can be taken back', async () => {
  const { call, id } = await agencyWithDraft()
  await call.contracts.update({
    id,
    fields: { 'law.venue': 'Hamburg', 'exclusivity.category': 'oat drinks', 'disclosure.tags': 'Werbung' },
    clauses: { claims: { text: 'Only what is true about {{client.name}}.' } },
  })
  const edited = await call.contracts.show({ id })
  expect(edited.checks).toEqual([])
  expect(edited.clauses.find((clause) => clause.id === 'claims')).toMatchObject({
    edited: true,
    text: 'Only what is true about {{client.name}}.',
  })
  await call.contracts.update({ id, fields: { 'law.venue': null }, clauses: { claims: { text: null } } })
  const same = { id, fields: { 'law.venue': null }, clauses: { claims: { text: null } } }
  expect((await call.contracts.update(same)).entryId).toBeNull()
  expect((await call.contracts.update({ id })).entryId).toBeNull()
  const back = await call.contracts.show({ id })
  expect(back.checks.map(({ field }) => field)).toEqual(['law.venue'])
  expect(back.clauses.find((clause) => clause.id === 'claims')?.edited).toBe(false)
  await expect(call.contracts.update({ id, fields: { nonsense: 'x' } })).rejects.toMatchObject({ code: 'BAD_INPUT' })
})

test('agency and creator sign; both signatures verify, the contract is complete, and pdfsig agrees', async () => {
  const { call, id, folder } = await agencyWithDraft()
  const signed = await call.contracts.sign({ id, signerName: 'Mira Sommer' })
  expect(signed.status).toBe('signed by one')
  const stroke: [number, number][] = [
    [0.1, 0.5],
    [0.4, 0.2],
    [0.7, 0.8],
  ]
  const complete = await call.contracts.countersign({
    id,
    signerName: 'Ana Martins',
    mark: { kind: 'drawn', aspect: 3, strokes: [stroke] },
  })
  expect(complete.status).toBe('signed by all')
  const report = await call.contracts.verifyDocument({ documentId: complete.documentId })
  expect(report).toMatchObject({
    status: 'valid',
    alterations: [],
    signatures: [
      { field: 'agency', signer: 'Mira Sommer', intact: true, trusted: true },
      { field: 'creator', signer: 'Ana Martins', intact: true, trusted: true, coversWholeFile: true },
    ],
  })
  const { pdf } = await call.contracts.document({ documentId: complete.documentId })
  const path = join(folder, 'signed.pdf')
  writeFileSync(path, Buffer.from(await pdf.arrayBuffer()))
  const words = execFileSync('pdfsig', [path], { encoding: 'utf8' })
  expect(words.match(/Signature is Valid/g)).toHaveLength(2)
  expect((await call.contracts.show({ id })).signatures.map(({ role }) => role)).toEqual(['agency', 'creator'])
})

test('what is signed is closed: no edit, no second signature, no new drawing', async () => {
  const { call, id } = await agencyWithDraft()
  await call.contracts.sign({ id, signerName: 'Mira Sommer' })
  await expect(call.contracts.sign({ id, signerName: 'Mira Sommer' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(call.contracts.update({ id, fields: { 'law.venue': 'Bremen' } })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(call.contracts.render({ ids: [id] })).rejects.toMatchObject({ code: 'CONFLICT' })
  await call.contracts.countersign({ id, signerName: 'Ana Martins' })
  await expect(call.contracts.countersign({ id, signerName: 'Ana Martins' })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'Ana Martins has signed contract 2026-0001 for the creator already.',
  })
})

test('a signature can be undone, and the fields of a signed contract stay what was signed', async () => {
  const { call, id, campaignId } = await agencyWithDraft()
  const { entryId } = await call.contracts.sign({ id, signerName: 'Mira Sommer' })
  await call.campaigns.update({ id: campaignId, changes: { name: 'Summer breakfast' } })
  const signedName = (await call.contracts.show({ id })).fields.find(({ name }) => name === 'campaign.name')?.value
  expect(signedName).toBe('Spring breakfast')
  await call.workspace.undo({ entryId: entryId ?? undefined })
  const undone = await call.contracts.show({ id })
  expect(undone.status).toBe('draft')
  expect(undone.fields.find(({ name }) => name === 'campaign.name')?.value).toBe('Summer breakfast')
})

test('a selection is drawn in one go, and drawing the same twice keeps one version', async () => {
  const { call, ids, id } = await agencyWithDraft()
  const first = await call.contracts.render({ ids })
  expect(first.documentIds).toHaveLength(2)
  const again = await call.contracts.render({ ids })
  expect(again.documentIds).toEqual(first.documentIds)
  expect(again.entryId).toBeNull()
  expect((await call.contracts.show({ id })).documents).toHaveLength(1)
})

test('no private key is in the journal', async () => {
  const { call, id, engine } = await agencyWithDraft()
  await call.contracts.sign({ id, signerName: 'Mira Sommer' })
  const reader = engine.contextFor('test').workspace.reader
  expect(reader.prepare('SELECT count(*) FROM sealed_key').pluck().get()).toBe(2)
  expect(
    reader
      .prepare("SELECT count(*) FROM journal_change WHERE table_name = 'sealed_key' OR coalesce(after, '') LIKE '%sealed%'")
      .pluck()
      .get(),
  ).toBe(0)
})

test('whoever signs for the agency represents it, where the settings name nobody', async () => {
  const { call, id } = await agencyWithDraft()
  await call.workspace.updateSettings({ changes: { agency: { signerName: null } } })
  const { warnings } = await call.contracts.sign({ id, signerName: 'Lena Brandt' })
  expect(warnings.join(' ')).not.toContain('Who signs for the agency')
  expect((await call.contracts.show({ id })).fields.find(({ name }) => name === 'agency.representative')?.value).toBe('Lena Brandt')
})
