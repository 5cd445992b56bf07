import { describe, expect, test } from 'vitest'
import { lookupBy } from '#src/main/doors/cli/lookup.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

async function roster() {
  const { call } = await testWorkspace()
  const add = async (name: string, ...accounts: { platform: string; handle: string }[]) =>
    (await call.creators.create({ name, accounts })).id
  const ana = await add('Ana Martins', { platform: 'instagram', handle: 'ana.kocht' }, { platform: 'tiktok', handle: 'anatok' })
  const other = await add('Ana Martins', { platform: 'youtube', handle: 'anamartins' })
  const jose = await add('José Pérez', { platform: 'tiktok', handle: 'pepe' })
  const pepe = await add('Pepe & Co', { platform: 'instagram', handle: 'pepe' })
  return { call, lookup: lookupBy(call), ana, other, jose, pepe }
}

describe('whom a person means', () => {
  test('a handle, a handle on a platform, an exact name without accents, and any account of a creator', async () => {
    const { lookup, ana, jose, pepe } = await roster()
    expect(await lookup.creator('@ana.kocht')).toBe(ana)
    expect(await lookup.creator('tiktok:anatok')).toBe(ana)
    expect(await lookup.creator('@anatok')).toBe(ana)
    expect(await lookup.creator('jose perez')).toBe(jose)
    expect(await lookup.creator('instagram:pepe')).toBe(pepe)
    expect(await lookup.creator('TikTok:@Pepe')).toBe(jose)
  })

  test('an id, or as much of it as is unambiguous', async () => {
    const { lookup, jose } = await roster()
    expect(await lookup.creator(jose)).toBe(jose)
    expect(await lookup.creator(jose.slice(-12))).toBe(jose)
    expect(await lookup.creator(jose.slice(0, -1))).toBe(jose)
    await expect(lookup.creator(jose.slice(0, 6))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('fits 4 creators'),
    })
  })

  test('what fits several is refused rather than guessed, and what fits none is named', async () => {
    const { lookup } = await roster()
    await expect(lookup.creator('Ana Martins')).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('fits 2 creators'),
    })
    await expect(lookup.creator('@pepe')).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(lookup.creator('Ana')).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'There is no creator "Ana".' })
    await expect(lookup.creator('youtube:pepe')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('within a campaign a name has to be unambiguous among its creators only', async () => {
    const { call, lookup, ana, jose } = await roster()
    const client = await call.clients.create({ name: 'Nordlicht Tee' })
    const { id } = await call.campaigns.create({ name: 'Spring', clientId: client.id })
    await expect(lookup.collaborations('Spring', [])).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('No creator is in the campaign'),
    })
    const { added } = await call.campaigns.addCreators({ id, creatorIds: [ana, jose] })
    expect(await lookup.collaborations('spring', ['Ana Martins', '@pepe'])).toEqual(added)
    expect((await lookup.collaborations('Spring', [])).toSorted()).toEqual(added.toSorted())
    await expect(lookup.collaboration('Spring', 'Pepe & Co')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('is not in the campaign Spring'),
    })
  })

  test('archived creators and clients are still found', async () => {
    const { call, lookup, jose } = await roster()
    await call.creators.setArchived({ ids: [jose], archived: true })
    expect(await lookup.creator('José Pérez')).toBe(jose)
    expect(await lookup.creator(jose.slice(-12))).toBe(jose)
    const { id } = await call.clients.create({ name: 'Nordlicht Tee' })
    await call.clients.setArchived({ ids: [id], archived: true })
    expect(await lookup.client('nordlicht tee')).toBe(id)
  })

  test('a deliverable by its title or a piece of its id, and a change by a piece of its id', async () => {
    const { call, lookup, ana } = await roster()
    const client = await call.clients.create({ name: 'Nordlicht Tee' })
    const { id, entryId } = await call.campaigns.create({ name: 'Spring', clientId: client.id })
    const { added } = await call.campaigns.addCreators({ id, creatorIds: [ana] })
    const post = { collaborationId: added[0] ?? '', platform: 'instagram', format: 'reel' }
    const made = await call.deliverables.create({ ...post, title: 'Teaser' })
    await call.deliverables.create({ ...post, title: 'Launch' })
    expect(await lookup.deliverable('teaser')).toBe(made.id)
    expect(await lookup.deliverable(made.id.slice(-12))).toBe(made.id)
    expect(await lookup.entry(String(entryId).slice(-12))).toBe(entryId)
    await expect(lookup.entry('zzz')).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'There is no change "zzz".' })
  })
})
