import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { violations } from './support/axe.ts'
import { goTo } from './support/going.ts'
import { openTroupe } from './support/launch.ts'

test('a proposal is made of a selection, looked at while it is written, and saved; the file stands alone', async () => {
  const { page, watch, save } = await openTroupe('in the browser', {
    seed: async (call) => {
      for (const name of ['Ana Pérez', '한지민'])
        await call.creators.create({ name, accounts: [{ platform: 'instagram', handle: `h${name.length}`, values: { followers: 8200 } }] })
    },
  })
  await goTo(page, '/roster')
  await page
    .getByRole('checkbox', { name: /select all|all/i })
    .first()
    .click()
  await page.getByRole('button', { name: 'Present' }).click()
  await page.getByRole('menuitem', { name: 'Proposal for a client' }).click()
  const dialog = page.getByRole('dialog', { name: 'Proposal' })
  await dialog.getByRole('textbox', { name: 'Client' }).fill('Oat & Ember')
  await dialog.getByRole('textbox', { name: 'Why Ana Pérez' }).fill('She is believed.')
  await dialog.getByRole('group', { name: 'Page 1' }).getByText('Proposal for Oat & Ember', { exact: true }).waitFor()
  expect(await violations(page)).toEqual([])
  const path = join(temporaryFolder(), 'proposal.html')
  await save(path, () => dialog.getByRole('button', { name: 'Save HTML' }).click())
  const html = readFileSync(path, 'utf8')
  for (const part of ['Oat &amp; Ember', 'She is believed.', '한지민', '16,400']) expect(html).toContain(part)
  expect(watch.takeErrors()).toEqual([])

  const sent = await page.context().newPage()
  const asked: string[] = []
  sent.on('request', (request) => asked.push(request.url()))
  for (const width of [390, 1200]) {
    await sent.setViewportSize({ width, height: 900 })
    await sent.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
    expect(await sent.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(await violations(sent)).toEqual([])
  }
  expect(asked).toEqual([])
})
