import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { png } from '#tests/support/images.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

async function withAna() {
  const workspace = await testWorkspace()
  const { call, folder, engine } = workspace
  const { id } = await call.creators.create({
    name: 'Ana Pérez',
    accounts: [{ platform: 'instagram', handle: 'ana', values: { followers: 5000 } }],
  })
  const granted = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, name), bytes)
    return engine.grants.toRead(join(folder, name))
  }
  return { ...workspace, id, granted }
}

test('a profile keeps languages, formats and owner, and every change can be undone', async () => {
  const { call, id } = await withAna()
  expect(await call.profiles.show({ creatorId: id })).toEqual({
    languages: [],
    formats: [],
    owner: null,
    portraitId: null,
    contacts: [],
    brands: [],
    samples: [],
    documents: [],
  })
  await call.profiles.update({
    creatorId: id,
    changes: { languages: ['Portuguese', 'portuguese', 'English'], formats: ['reel'], owner: 'Mira' },
  })
  expect(await call.profiles.show({ creatorId: id })).toMatchObject({
    languages: ['Portuguese', 'English'],
    formats: ['reel'],
    owner: 'Mira',
  })
  const { entryId } = await call.profiles.update({ creatorId: id, changes: { owner: ' ' } })
  expect((await call.profiles.show({ creatorId: id })).owner).toBeNull()
  expect((await call.profiles.update({ creatorId: id, changes: { formats: ['reel'] } })).entryId).toBeNull()
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect((await call.profiles.show({ creatorId: id })).owner).toBe('Mira')
  await expect(call.profiles.show({ creatorId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a portrait that is no image is refused in one sentence, and the one before stays', async () => {
  const { call, id, granted } = await withAna()
  await call.profiles.setPortrait({ creatorId: id, file: granted('ana.png', png(8, 8)) })
  const { portraitId } = await call.profiles.show({ creatorId: id })
  const { image } = await call.profiles.image({ imageId: portraitId ?? '' })
  expect([image.type, Buffer.from(await image.arrayBuffer()).equals(png(8, 8))]).toEqual(['image/png', true])

  const failed = call.profiles.setPortrait({ creatorId: id, file: granted('list.png', 'Name;Handle\n') })
  await expect(failed).rejects.toMatchObject({
    code: 'NOT_AN_IMAGE',
    message: expect.stringMatching(/^list\.png is not .*The portrait was left/),
  })
  expect((await call.profiles.show({ creatorId: id })).portraitId).toBe(portraitId)
  await call.profiles.setPortrait({ creatorId: id, file: null })
  expect((await call.profiles.show({ creatorId: id })).portraitId).toBeNull()
  await expect(call.profiles.image({ imageId: portraitId ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('contacts and brands are added, corrected and taken out again', async () => {
  const { call, id } = await withAna()
  const contact = { creatorId: id, kind: 'manager', label: 'Agent', value: 'Rui Dias, +351 900 000 000' } as const
  const { id: contactId } = await call.profiles.saveContact(contact)
  await call.profiles.saveContact({ ...contact, id: contactId, label: null })
  await expect(call.profiles.saveContact({ ...contact, kind: 'email', value: 'rui' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  const brand = {
    creatorId: id,
    brand: 'Oat & Ember',
    kind: 'worked with',
    startedOn: '2026-02-01',
    endedOn: null,
    url: null,
    notes: null,
  } as const
  const { id: brandId } = await call.profiles.saveBrand(brand)
  await expect(call.profiles.saveBrand({ ...brand, id: brandId, endedOn: '2026-01-01' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await call.profiles.saveBrand({ ...brand, id: brandId, endedOn: '2026-03-01' })
  expect(await call.profiles.show({ creatorId: id })).toMatchObject({
    contacts: [{ kind: 'manager', label: null, value: 'Rui Dias, +351 900 000 000' }],
    brands: [{ brand: 'Oat & Ember', startedOn: '2026-02-01', endedOn: '2026-03-01' }],
  })
  await call.profiles.removeContact({ id: contactId })
  const { entryId } = await call.profiles.removeBrand({ id: brandId })
  expect(await call.profiles.show({ creatorId: id })).toMatchObject({ contacts: [], brands: [] })
  await call.workspace.undo({ entryId: entryId ?? '' })
  expect((await call.profiles.show({ creatorId: id })).brands).toHaveLength(1)
})

test('a post keeps its figures and its image; a file that is no image adds nothing', async () => {
  const { call, id, granted } = await withAna()
  const { accounts } = await call.creators.show({ id })
  const post = { creatorId: id, accountId: accounts[0]?.id ?? null, url: 'https://www.instagram.com/p/abc/', postedOn: '2026-10-01' }
  const { id: sampleId } = await call.profiles.saveSample({ ...post, likes: 120, image: granted('post.png', png(4, 4)) })
  await expect(call.profiles.saveSample({ ...post, image: granted('x.jpg', 'no image') })).rejects.toMatchObject({ code: 'NOT_AN_IMAGE' })
  await expect(call.profiles.saveSample({ creatorId: id })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.profiles.saveSample({ ...post, postedOn: '2027-01-01' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(call.profiles.saveSample({ ...post, likes: -1 })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  const { samples } = await call.profiles.show({ creatorId: id })
  expect(samples).toMatchObject([{ id: sampleId, likes: 120, views: null, isSponsored: null, imageId: expect.any(String) }])
  expect((await call.profiles.image({ imageId: samples[0]?.imageId ?? '' })).image.size).toBe(png(4, 4).length)

  await call.profiles.saveSample({ id: sampleId, creatorId: id, isSponsored: true, image: null })
  expect((await call.profiles.show({ creatorId: id })).samples).toMatchObject([{ likes: 120, isSponsored: true, imageId: null }])
  await call.profiles.removeSample({ id: sampleId })
  await call.workspace.undo({})
  expect((await call.profiles.show({ creatorId: id })).samples).toHaveLength(1)
})

test('a document comes back as it went in', async () => {
  const { call, id, granted, folder, engine } = await withAna()
  const { id: documentId } = await call.profiles.addDocument({ creatorId: id, file: granted('w-9.pdf', '%PDF-1.7 a form') })
  expect((await call.profiles.show({ creatorId: id })).documents).toMatchObject([{ id: documentId, name: 'w-9.pdf', size: 15 }])
  const place = join(folder, 'again.pdf')
  await call.profiles.saveDocument({ id: documentId, file: engine.grants.toWrite(place) })
  expect(readFileSync(place, 'utf8')).toBe('%PDF-1.7 a form')
  await call.profiles.removeDocument({ id: documentId })
  await expect(call.profiles.saveDocument({ id: documentId, file: engine.grants.toWrite(place) })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})
