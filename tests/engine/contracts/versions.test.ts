import { expect, test } from 'vitest'
import { contractWords, keepReturnedVersion } from '#src/main/engine/contracts/versions.ts'
import { agencyWithDraft } from './setup.ts'

const paragraphs = (words: Awaited<ReturnType<typeof contractWords>>, id: string) => words.find((clause) => clause.id === id)?.paragraphs

test('a version is kept when a contract is drawn or sent with other words than before, and not otherwise', async () => {
  const { call, id } = await agencyWithDraft()
  const versions = async () => (await call.contracts.show({ id })).versions.map(({ number, documentId }) => [number, documentId])
  const { documentIds: first } = await call.contracts.render({ ids: [id] })
  expect(await versions()).toEqual([[1, first[0]]])
  await call.contracts.render({ ids: [id] })
  expect(await versions()).toHaveLength(1)
  await call.contracts.update({ id, fields: { 'law.venue': 'Hamburg' } })
  await call.contracts.setStatus({ ids: [id], status: 'sent' })
  expect(await versions()).toEqual([
    [1, first[0]],
    [2, null],
  ])
  const { documentIds: second } = await call.contracts.render({ ids: [id] })
  expect(await versions()).toEqual([
    [1, first[0]],
    [2, second[0]],
  ])
})

test('the words of the template, of now and of each version stand side by side, clause by clause', async () => {
  const { call, id, engine, ports } = await agencyWithDraft()
  await call.contracts.update({ id, fields: { 'law.venue': 'Hamburg' } })
  await call.contracts.render({ ids: [id] })
  await call.contracts.update({
    id,
    fields: { 'law.venue': 'Bremen' },
    clauses: { dispute: { text: 'Both speak first.\n\nThen a mediator.' }, edits: { included: false } },
  })
  const template = await call.contracts.words({ id, which: 'template' })
  const current = await call.contracts.words({ id })
  const version = await call.contracts.words({ id, which: 1 })
  expect(paragraphs(template, 'dispute')?.[0]).toMatch(/^Before going to court/)
  expect(paragraphs(current, 'dispute')).toEqual(['Both speak first.', 'Then a mediator.'])
  expect(paragraphs(version, 'dispute')).toEqual(paragraphs(template, 'dispute'))
  expect(template.map((clause) => clause.id)).toContain('edits')
  expect(current.map((clause) => clause.id)).not.toContain('edits')
  // The template is filled with the contract's own values, so that only its words differ.
  expect(paragraphs(template, 'law')?.[0]).toContain('Bremen')
  expect(paragraphs(version, 'law')?.[0]).toContain('Hamburg')
  expect(paragraphs(current, 'deliverables')?.at(-1)).toBe('1 × Reel · Instagram, @ana.cooks · 30 s · 15 December 2026')
  await expect(call.contracts.words({ id, which: 7 })).rejects.toMatchObject({ code: 'NOT_FOUND' })

  const { workspace, read } = engine.contextFor('test')
  const theirs = [{ id: 'law', heading: 'Law', paragraphs: ['The law of the sea.'] }]
  const { result } = await workspace.writer.transact({ procedure: 'test', actor: 'test' }, (db) =>
    keepReturnedVersion({ ports }, db, id, theirs, null),
  )
  expect(result).toBe(2)
  expect(await contractWords(read, id, 2)).toEqual(theirs)
  expect(await contractWords(read, id, 'current')).toEqual(current)
})
