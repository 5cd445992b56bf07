import { expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'
import { campaignWith, euros, openCampaign } from '../campaigns/setup.ts'

const reels = { platform: 'instagram', format: 'reel', quantity: 2, length: '30–45 s', dueOn: '2026-12-01' }

test('the version rises with the first change after it was sent, and only then', async () => {
  const { call } = await testWorkspace()
  const { campaignId } = await openCampaign(call)
  expect(await call.briefs.show({ campaignId })).toMatchObject({ version: 0, updatedAt: null, goal: '', deliverables: [], receipts: [] })
  expect(await call.briefs.save({ campaignId, changes: { goal: '' } })).toEqual({ version: 0, entryId: null })
  expect(await call.briefs.save({ campaignId, changes: { goal: 'First orders of the winter tea' } })).toMatchObject({
    version: 1,
    entryId: expect.any(String),
  })
  const { entryId } = await call.briefs.save({ campaignId, changes: { deliverables: [reels], usageMonths: 0 } })
  expect(await call.briefs.save({ campaignId, changes: { deliverables: [{ ...reels }] } })).toEqual({ version: 1, entryId: null })
  expect(await call.briefs.show({ campaignId })).toMatchObject({
    version: 1,
    goal: 'First orders of the winter tea',
    deliverables: [reels],
    usageMonths: 0,
    usageChannels: [],
  })
  await call.workspace.undo({ entryId: entryId ?? undefined })
  expect(await call.briefs.show({ campaignId })).toMatchObject({ version: 1, deliverables: [] })
})

test('sending goes to a selection at once, plans what the brief asks for, and is tracked until confirmed', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = '', bo = '', cem = ''],
  } = await campaignWith(workspace, ['Ana', 'Bo', 'Cem'])
  await expect(call.briefs.send({ collaborationIds: [ana] })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('no brief yet'),
  })
  await call.briefs.save({
    campaignId,
    changes: { goal: 'Tea', deliverables: [reels, { ...reels, format: 'story', quantity: 1, dueOn: null }] },
  })
  await call.deliverables.create({ collaborationId: bo, platform: 'tiktok', format: 'video', title: 'Own idea' })
  expect(await call.briefs.send({ collaborationIds: [ana, bo, ana] })).toMatchObject({ sent: 2, entryId: expect.any(String) })
  expect(await call.briefs.send({ collaborationIds: [ana, bo] })).toEqual({ sent: 0, entryId: null })
  const posts = await call.deliverables.list({ campaignId })
  expect(posts.filter(({ collaborationId }) => collaborationId === ana).map(({ title, dueOn }) => [title, dueOn])).toEqual([
    ['Instagram reel 1 of 2', '2026-12-01'],
    ['Instagram reel 2 of 2', '2026-12-01'],
    ['Instagram story', null],
  ])
  expect(posts.filter(({ collaborationId }) => collaborationId === bo).map(({ title }) => title)).toEqual(['Own idea'])

  expect(await call.briefs.confirm({ collaborationIds: [ana] })).toMatchObject({ confirmed: 1 })
  expect(await call.briefs.confirm({ collaborationIds: [ana] })).toEqual({ confirmed: 0, entryId: null })
  await expect(call.briefs.confirm({ collaborationIds: [ana, cem] })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringMatching(/^Cem has not been sent/),
  })
  const { collaborations } = await call.campaigns.show({ id: campaignId })
  expect(
    collaborations.map(({ creatorName, stage, briefSentAt, briefConfirmedAt }) => [
      creatorName,
      stage,
      briefSentAt !== null,
      briefConfirmedAt !== null,
    ]),
  ).toEqual([
    ['Ana', 'invited', true, true],
    ['Bo', 'invited', true, false],
    ['Cem', 'shortlisted', false, false],
  ])

  await call.briefs.save({ campaignId, changes: { goal: 'Tea and honey' } })
  expect(await call.briefs.send({ collaborationIds: [ana], channel: 'chat' })).toMatchObject({ sent: 1 })
  const { receipts } = await call.briefs.show({ campaignId })
  expect(receipts.map(({ creatorName, version, channel, confirmedAt }) => [creatorName, version, channel, confirmedAt !== null])).toEqual([
    ['Ana', 2, 'chat', false],
    ['Ana', 1, 'mail', true],
    ['Bo', 1, 'mail', false],
  ])
})

test('nobody who declined or must not be contacted is sent anything', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const { campaignId, ids } = await campaignWith(workspace, ['Ana', 'Bo'])
  await call.briefs.save({ campaignId, changes: { goal: 'Tea' } })
  await call.campaigns.updateCollaborations({ ids: ids.slice(1), changes: { stage: 'declined' } })
  await expect(call.briefs.send({ collaborationIds: ids })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringMatching(/^Bo declined; nothing was sent/),
  })
  expect((await call.briefs.show({ campaignId })).receipts).toEqual([])
})

test('the text is the brief as one creator reads it, with their own link, code and payment', async () => {
  const workspace = await testWorkspace()
  const { call } = workspace
  const {
    campaignId,
    ids: [ana = '', bo = ''],
  } = await campaignWith(workspace, ['Ana Martins', 'Bo'], { startsOn: '2026-11-01', endsOn: '2026-12-31' })
  await call.workspace.updateSettings({ changes: { agency: { name: 'Studio Möwe', signerName: 'Kim Weber' } } })
  await call.campaigns.updateCollaborations({
    ids: [ana],
    changes: {
      compensation: { model: 'per post', posts: 2, pricePerPost: euros(250) },
      trackingLink: 'https://tee.example/ana',
      discountCode: 'ANA10',
    },
  })
  await call.briefs.save({
    campaignId,
    changes: {
      goal: 'First orders of the winter tea',
      keyMessages: ['Grown without pesticides', 'Ships in two days'],
      deliverables: [reels],
      hashtags: ['wintertee', '#ad'],
      mentions: ['nordlicht'],
      approvalSteps: ['Draft by 24 November'],
      restrictions: 'No other tea in the picture.',
      creativeFreedom: 'Place, music and words are yours.',
      usageMonths: 6,
      usageChannels: ['Instagram', 'web shop'],
      exclusivityDays: 30,
      paymentDays: 14,
      disclosure: '#ad in the caption',
      links: ['https://tee.example/press'],
    },
  })
  const { subject, body } = await call.briefs.text({ collaborationId: ana })
  expect(subject).toBe('Brief: Herbstlese')
  expect(body.replaceAll('\u00A0', ' ')).toBe(`Hello Ana Martins,

here is the brief for Herbstlese by Nordlicht Tee.

What it is about
First orders of the winter tea

Points to bring across, in your own words
- Grown without pesticides
- Ships in two days

What we ask for
- 2 × Instagram reel, 30–45 s, due 1 December 2026

When
1 November 2026 to 31 December 2026

Your freedom
Place, music and words are yours.

Please tag
#wintertee #ad @nordlicht

Please avoid
No other tea in the picture.

How approval works
- Draft by 24 November

Usage rights
The brand may repost your content for 6 months on Instagram and web shop. It stays yours.

Exclusivity
No work for competitors for 30 days.

Your payment
EUR 250.00 for each of 2 posts, EUR 500.00 in all.
Paid within 14 days after your last post.

Disclosure
#ad in the caption

Your link and code
- Link: https://tee.example/ana
- Discount code: ANA10

Further links
- https://tee.example/press

Best regards
Kim Weber
Studio Möwe
`)
  const other = await call.briefs.text({ collaborationId: bo })
  expect(other.body).not.toContain('ANA10')
  expect(other.body).not.toContain('250')
})

test('hints name what is missing, warn of over-scripting and guide by platform', async () => {
  const { call } = await testWorkspace()
  const { campaignId } = await openCampaign(call)
  const empty = (await call.briefs.show({ campaignId })).hints
  expect(empty).toHaveLength(5)
  expect(empty.join(' ')).toMatch(/goal is empty.*no deliverables yet.*disclosure duty.*paid.*free to decide/)
  await call.briefs.save({
    campaignId,
    changes: {
      goal: 'Tea',
      disclosure: '#ad',
      paymentDays: 14,
      creativeFreedom: 'All',
      keyMessages: ['a', 'b', 'c', 'd', 'e', 'Please say exactly this'],
      deliverables: [
        { ...reels, platform: 'tiktok', format: 'video', dueOn: null },
        { ...reels, platform: 'youtube', format: 'short' },
        { ...reels, platform: 'a new platform', format: 'thing' },
      ],
    },
  })
  expect((await call.briefs.show({ campaignId })).hints).toEqual([
    'Give every deliverable a due date; 1 of 3 has none.',
    '6 key messages are a lot for one post. Over-scripting is the commonest fault; keep the 5 that matter.',
    '“say exactly” asks for a script. Give points, and leave the words to the creator.',
    'TikTok: name three or four trending sounds the creator may choose from, and leave room for stitches and duets.',
    'YouTube Shorts: teach something.',
  ])
})
