import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { smallAgency } from '#tests/support/thread.ts'
import { testWorkspace } from '#tests/support/workspace.ts'

test('a media kit says who, where, how many and on what basis, in every script', async () => {
  const workspace = await testWorkspace()
  const { creatorIds } = await smallAgency(workspace)
  const { call, engine, folder } = workspace
  const path = join(folder, 'kit.pdf')
  await call.creators.setRate({
    creatorId: creatorIds[1] as string,
    platform: 'instagram',
    format: 'reel',
    price: { amountMinor: 45_000, currency: 'EUR' },
  })
  const { pages } = await call.reports.mediaKit({ creatorId: creatorIds[1] as string, file: engine.grants.toWrite(path) })
  expect(pages).toBe(1)
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  expect(text).toContain('Юлия 한지민 王')
  expect(text).toContain('@yulia.eats')
  expect(text).toContain('Micro')
  expect(text).toContain('EUR 450.00')
  expect(text.replaceAll(/\s+/g, ' ')).toContain('Engagement is average likes and comments per post, divided by followers.')
})

test('rates can be hidden, and a creator who is gone is NOT_FOUND', async () => {
  const workspace = await testWorkspace()
  const { creatorIds } = await smallAgency(workspace)
  const { call, engine, folder } = workspace
  await call.creators.setRate({
    creatorId: creatorIds[0] as string,
    platform: 'instagram',
    format: 'reel',
    price: { amountMinor: 45_000, currency: 'EUR' },
  })
  const path = join(folder, 'kit.pdf')
  await call.reports.mediaKit({ creatorId: creatorIds[0] as string, showRates: false, file: engine.grants.toWrite(path) })
  expect(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })).not.toContain('450.00')
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  await expect(call.reports.mediaKitPreview({ creatorId: '01900000-0000-7000-8000-000000000000' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})
