import { join } from 'node:path'
import { expect, test } from 'vitest'
import { troupeHere } from '#tests/support/command-line.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

test('views and shortlists are made, used and changed from the command line', async () => {
  const workspace = join(temporaryFolder(), 'workspace')
  const ran = async (...args: string[]) => {
    const { code, json, err } = await troupeHere([...args, '--workspace', workspace, '--json'])
    return code === 0 ? json : { code, json, err }
  }
  await ran('init')
  await ran('creators', 'add', 'Ana', '--city', 'Zürich', '--tag', 'tea')
  await ran('creators', 'add', 'Bo', '--city', 'aachen', '--tag', 'tea')
  await ran('creators', 'add', 'Cy', '--city', 'Basel')
  await ran('clients', 'add', 'Nordlicht')
  await ran('campaigns', 'create', 'Spring', '--client', 'Nordlicht')

  await ran('views', 'save', 'Tea people', '--tag', 'tea', '--sort', 'city', '--columns', 'name,city,tags')
  const names = async (...args: string[]) =>
    ((await ran('creators', 'list', ...args)) as { rows: { name: string }[] }).rows.map(({ name }) => name)
  expect(await names('--view', 'tea PEOPLE')).toEqual(['Bo', 'Ana'])
  expect(await names('--view', 'Tea people', '--descending')).toEqual(['Ana', 'Bo'])
  expect(await names('--sort', 'city')).toEqual(['Bo', 'Cy', 'Ana'])
  await ran('views', 'save', 'Tea people', '--tag', 'tea', '--sort', 'name')
  expect(await names('--view', 'Tea people')).toEqual(['Ana', 'Bo'])
  await ran('views', 'save', 'Tea people', '--rename', 'Tea')
  expect(await ran('creators', 'list', '--view', 'Tea people')).toMatchObject({ code: 1, json: { error: { code: 'NOT_FOUND' } } })
  await ran('views', 'delete', 'Tea')
  expect(await ran('views', 'delete', 'Ready to work with')).toMatchObject({ code: 2 })

  await ran('shortlists', 'create', 'For Ruth', 'Ana', 'Bo', '--client', 'Nordlicht')
  expect(await ran('shortlists', 'add', 'For Ruth', 'Bo', 'Cy')).toMatchObject({ added: 1, alreadyIn: 1 })
  await ran('shortlists', 'arrange', 'For Ruth', 'Cy', '--to', '1', '--note', 'asks for 300 EUR')
  await ran('shortlists', 'remove', 'For Ruth', 'Bo')
  await ran('shortlists', 'update', 'For Ruth', '--name', 'Ruth', '--campaign', 'Spring')
  expect(await ran('shortlists', 'to-campaign', 'Ruth', 'Spring', 'Ana')).toMatchObject({ added: 1 })
  expect(await ran('shortlists', 'show', 'Ruth')).toMatchObject({
    clientName: 'Nordlicht',
    campaignName: 'Spring',
    entries: [
      { note: 'asks for 300 EUR', isInCampaign: false, creator: { name: 'Cy' } },
      { isInCampaign: true, creator: { name: 'Ana' } },
    ],
  })
  expect(await ran('shortlists', 'list', '--creator', 'Bo')).toMatchObject({ total: 0 })
  await ran('shortlists', 'delete', 'Ruth')
  expect(await ran('shortlists', 'list')).toMatchObject({ total: 0 })
})
