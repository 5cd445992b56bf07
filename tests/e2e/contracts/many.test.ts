import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openPage } from '../steps/roster.ts'
import { goTo } from '../support/going.ts'
import { openTroupe } from '../support/launch.ts'
import type { Seed } from '../support/workspace.ts'

const count = 40
const seedFor =
  (ids: { campaign?: string }): Seed =>
  async (call) => {
    await call.workspace.updateSettings({ changes: { agency: { name: 'Harbour Lane', signerName: 'Mira Sommer' } } })
    const client = await call.clients.create({ name: 'Oat & Ember' })
    const campaign = await call.campaigns.create({ clientId: client.id, name: 'Spring breakfast', currency: 'EUR' })
    const creatorIds: string[] = []
    for (let at = 1; at <= count; at += 1) creatorIds.push((await call.creators.create({ name: `Creator ${at}` })).id)
    await call.campaigns.addCreators({ id: campaign.id, creatorIds })
    ids.campaign = campaign.id
  }

test('many contracts are made, drawn and signed as one job each, with one bar and a way to stop; cancelled work keeps nothing', async () => {
  const ids: { campaign?: string } = {}
  const { page, watch } = await openTroupe('in the browser', { seed: seedFor(ids) })
  await goTo(page, `/contracts/new?campaignId=${ids.campaign}`)
  await chooseAll(page)
  await page.getByRole('checkbox', { name: 'Draw all PDFs at once' }).check()
  await page.getByRole('button', { name: `Make ${count} contracts` }).click()
  const foot = page.locator('form')
  await foot.getByRole('progressbar').waitFor()
  await foot.getByRole('button', { name: 'Cancel' }).click()
  await foot.getByText('The work was cancelled; nothing was written.').waitFor()
  await openPage(page, 'Contracts')
  await page.getByText('No contracts yet').waitFor()

  await goTo(page, `/contracts/new?campaignId=${ids.campaign}`)
  await chooseAll(page)
  await page.getByRole('button', { name: `Make ${count} contracts` }).click()
  await page
    .getByRole('alert')
    .filter({ hasText: `${count} contracts made` })
    .waitFor()

  await sign(page)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.getByText('The work was cancelled; nothing was written.').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await statuses(page)).toEqual(['Draft'])

  await sign(page)
  await page
    .getByRole('alert')
    .filter({ hasText: `${count} contracts signed` })
    .waitFor({ timeout: 60_000 })
  await expect.poll(() => statuses(page)).toEqual(['Signed by one side'])
  expect(watch.takeErrors()).toEqual([])
})

async function chooseAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: `Choose all ${count}` }).click()
}

async function sign(page: Page): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Contracts' })
  await grid.getByRole('checkbox', { name: /^Select all/ }).check()
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Sign for the agency' }).click()
  const dialog = page.getByRole('dialog', { name: `Sign ${count} contracts for the agency` })
  await dialog.getByRole('radiogroup', { name: 'How to sign' }).getByText('Type', { exact: true }).click()
  await dialog.getByRole('button', { name: `Sign ${count} contracts` }).click()
}

/** The different words in the column of statuses, of the rows that are drawn. */
async function statuses(page: Page): Promise<string[]> {
  const cells = page
    .getByRole('grid', { name: 'Contracts' })
    .getByRole('gridcell')
    .filter({ hasText: /^(Draft|Signed by .*)$/ })
  return [...new Set(await cells.allTextContents())]
}
