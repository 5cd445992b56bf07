import { expect, test } from 'vitest'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'
import { campaignWith } from '../campaigns/setup.ts'

async function stagesOf({ call }: TestWorkspace, campaignId: string): Promise<string[]> {
  return (await call.campaigns.show({ id: campaignId })).collaborations.map(({ stage }) => stage)
}

test('a post counts as posted once its address or its time is known', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    ids: [ana = ''],
  } = await campaignWith(workspace, ['Ana'])
  const { id } = await call.deliverables.create({
    collaborationId: ana,
    platform: 'instagram',
    format: 'reel',
    title: 'Reel',
    dueOn: '2026-12-01',
  })
  await expect(call.deliverables.update({ ids: [id], changes: { status: 'posted' } })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringMatching(/^Reel needs the address/),
  })
  await expect(
    call.deliverables.create({
      collaborationId: ana,
      platform: 'instagram',
      format: 'reel',
      title: 'Second',
      status: 'posted',
      postUrl: '  ',
    }),
  ).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await call.deliverables.update({ ids: [id], changes: { status: 'posted', postUrl: 'https://instagram.example/p/1' } })
  expect(await call.deliverables.list({ collaborationId: ana })).toMatchObject([
    { status: 'posted', postUrl: 'https://instagram.example/p/1', postedAt: null, creatorName: 'Ana', campaignName: 'Herbstlese' },
  ])
  await expect(call.deliverables.update({ ids: [id], changes: { postUrl: null } })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  expect(await call.deliverables.list({ collaborationId: ana, openOnly: true })).toEqual([])
  expect(await call.deliverables.update({ ids: [id], changes: { status: 'posted' } })).toEqual({ entryId: null })
})

test('the stage of the work follows its posts forward, never back', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = '', bo = ''],
  } = await campaignWith(workspace, ['Ana', 'Bo'])
  const created = await Promise.all(
    [ana, ana, bo].map((collaborationId) =>
      call.deliverables.create({ collaborationId, platform: 'tiktok', format: 'video', title: 'Video' }),
    ),
  )
  const [first = '', second = '', third = ''] = created.map(({ id }) => id)
  await call.campaigns.updateCollaborations({ ids: [bo], changes: { stage: 'declined' } })
  await call.deliverables.update({ ids: [first, third], changes: { status: 'in review' } })
  expect(await stagesOf(workspace, campaignId)).toEqual(['in production', 'declined'])
  const { entryId } = await call.deliverables.update({ ids: [first], changes: { status: 'posted', postedAt: '2026-11-20T10:00:00Z' } })
  expect(await stagesOf(workspace, campaignId)).toEqual(['live', 'declined'])
  await call.deliverables.update({ ids: [second], changes: { status: 'changes asked' } })
  expect(await stagesOf(workspace, campaignId)).toEqual(['live', 'declined'])
  await call.deliverables.remove({ ids: [second] })
  expect(await call.deliverables.list({ campaignId })).toHaveLength(2)
  await call.workspace.undo({ entryId: entryId ?? undefined })
  expect(await stagesOf(workspace, campaignId)).toEqual(['in production', 'declined'])
})

test('a selection with something that is gone is left alone', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    ids: [ana = ''],
  } = await campaignWith(workspace, ['Ana'])
  const { id } = await call.deliverables.create({ collaborationId: ana, platform: 'x', format: 'thread', title: 'Thread' })
  const gone = '01900000-0000-7000-8000-000000000000'
  await expect(call.deliverables.remove({ ids: [id, gone] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.deliverables.update({ ids: [gone], changes: { title: 'x' } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call.deliverables.create({ collaborationId: gone, platform: 'x', format: 'post', title: 'Post' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await call.deliverables.list({})).toHaveLength(1)
})
