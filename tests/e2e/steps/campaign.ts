import type { Page } from 'playwright-core'
import type { Troupe } from '../support/launch.ts'
import { openPage } from './roster.ts'

interface Plan {
  name: string
  client: string
  budget: string
  startsOn: string
  endsOn: string
}
interface Brief {
  goal: string
  point: string
  format: string
  paymentDays: number
  disclosure: string
}

/** A campaign for a client that is not there yet. */
export async function openCampaign(page: Page, { name, client, budget, startsOn, endsOn }: Plan): Promise<void> {
  await openPage(page, 'Campaigns')
  await page.getByRole('link', { name: 'New campaign' }).first().click()
  const panel = page.getByRole('complementary', { name: 'New campaign' })
  await panel.getByLabel('Name').first().fill(name)
  await panel.getByLabel('Client').first().fill(client)
  await page.getByRole('option', { name: `Add client “${client}”` }).click()
  await panel.getByLabel('Starts', { exact: true }).fill(startsOn)
  await panel.getByLabel('Ends', { exact: true }).fill(endsOn)
  await panel.getByRole('textbox', { name: 'Budget', exact: true }).fill(budget)
  await panel.getByRole('button', { name: 'Add campaign' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** Opens one part of the campaign that is shown. */
export async function openTab(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('navigation', { name: 'Parts of the campaign' }).getByRole('link', { name: new RegExp(`^${name}`) })
  await tab.click()
  await tab.and(page.locator('[aria-current=page]')).waitFor()
}

/** Writes the parts of the brief that contracts and payouts are made from, and waits until they are kept. */
export async function writeBrief(page: Page, { goal, point, format, paymentDays, disclosure }: Brief): Promise<void> {
  await openTab(page, 'Brief')
  await page.getByRole('textbox', { name: 'Goal' }).fill(goal)
  await page.getByRole('button', { name: 'Add a point' }).click()
  await page.getByRole('textbox', { name: 'Key message 1' }).fill(point)
  await page.getByRole('button', { name: 'Add a deliverable' }).click()
  await page.getByLabel('Format of deliverable 1').first().click()
  await page.getByRole('option', { name: format, exact: true }).click()
  await page.getByRole('textbox', { name: 'Due after the last post' }).fill(String(paymentDays))
  await page.getByRole('textbox', { name: 'Disclosure' }).fill(disclosure)
  await page.getByRole('textbox', { name: 'Goal' }).focus()
  await page
    .getByRole('status')
    .filter({ hasText: /^Version \d+, saved/ })
    .waitFor()
}

/** Chooses creators from the roster by searching for each. */
export async function pickCreators(page: Page, names: readonly string[]): Promise<void> {
  await openTab(page, 'Creators')
  await page.getByRole('link', { name: 'Add creators' }).first().click()
  const dialog = page.getByRole('dialog')
  for (const name of names) {
    await dialog.getByRole('searchbox', { name: 'Search the roster' }).fill(name)
    await dialog.getByRole('checkbox', { name: `Select ${name}`, exact: true }).click()
  }
  await dialog.getByRole('button', { name: /^Add \d+ creators?$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Chooses rows of the campaign's creators; what can be done with them then stands at the foot. */
export async function select(page: Page, names: readonly string[]): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Creators of the campaign' })
  for (const name of names) {
    const box = grid.getByRole('checkbox', { name: `Select ${name}`, exact: true })
    if (!(await box.isChecked())) await box.click()
  }
}

/** The same flat fee for the selection. */
export async function agreeFee(page: Page, fee: string): Promise<void> {
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Set compensation' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Fee' }).fill(fee)
  await dialog.getByRole('button', { name: 'Set compensation' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Does one of the things at the foot of the table, then picks in its menu. */
export async function withSelection(page: Page, button: string, item?: string): Promise<void> {
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: button }).click()
  if (item) await page.getByRole('menuitem', { name: item }).click()
}

/** Gives one creator of the campaign a discount code. */
export async function giveCode(page: Page, name: string, code: string): Promise<void> {
  await page.getByRole('grid', { name: 'Creators of the campaign' }).getByText(name, { exact: true }).click()
  const panel = page.getByRole('complementary', { name: `${name} in this campaign` })
  await panel.getByRole('textbox', { name: 'Discount code' }).fill(code)
  await panel.getByRole('textbox', { name: 'Discount code' }).blur()
  await page.getByRole('grid', { name: 'Creators of the campaign' }).getByText(code, { exact: true }).waitFor()
  await panel.getByRole('button', { name: 'Close the panel' }).click()
}

/** Writes the campaign that is shown into a file for a colleague. */
export async function handOver({ page, save }: Troupe, path: string): Promise<void> {
  await page.getByRole('button', { name: 'More for this campaign' }).click()
  await save(path, () => page.getByRole('menuitem', { name: 'Hand over as a file' }).click())
}
