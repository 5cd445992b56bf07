import type { Locator, Page } from 'playwright-core'
import { openPage } from './roster.ts'

/** Records every payout that is due as paid, with a reference. */
export async function recordPayments(page: Page, reference: string): Promise<void> {
  await openPage(page, 'Payouts')
  const weeks = page.getByRole('checkbox', { name: /^Select all of / })
  await weeks.first().waitFor()
  for (const week of await weeks.all()) await week.check()
  await page
    .getByRole('region', { name: 'Selection' })
    .getByRole('button', { name: /^Record payments?$/ })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Reference' }).fill(reference)
  await dialog.getByRole('button', { name: 'Record payment' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Enters what one creator's posts brought in. */
export async function enterResults(page: Page, creator: string, values: Record<string, string>): Promise<void> {
  await page.getByRole('link', { name: 'Enter results' }).click()
  const panel = page.getByRole('complementary', { name: 'Results of a post' })
  await choose(panel, 'Creator', creator)
  for (const [label, value] of Object.entries(values)) await panel.getByRole('textbox', { name: label, exact: true }).fill(value)
  await panel.getByRole('button', { name: 'Save results' }).click()
  await panel.waitFor({ state: 'hidden' })
}

/** Adds a shop order whose discount code names the creator. */
export async function addOrder(page: Page, { number, total, code }: { number: string; total: string; code: string }): Promise<void> {
  await page.getByRole('link', { name: 'Add order' }).click()
  const panel = page.getByRole('complementary', { name: 'New order' })
  await panel.getByRole('textbox', { name: 'Order number' }).fill(number)
  await panel.getByRole('textbox', { name: 'Total', exact: true }).fill(total)
  await panel.getByRole('textbox', { name: 'Discount code' }).fill(code)
  await panel.getByRole('button', { name: 'Add order' }).click()
  await panel.waitFor({ state: 'hidden' })
}

export interface Figures {
  /** By the label of the tile. */
  tiles: Record<string, string>
  /** By creator, then by the header of the column. */
  sheet: Record<string, Record<string, string>>
}

/** The figures of a campaign as they stand on its page: the tiles, and one line of the sheet for each creator. */
export async function shownFigures(page: Page): Promise<Figures> {
  const grid = page.getByRole('grid', { name: 'Live campaign sheet' })
  await grid.waitFor()
  const lines = await grid
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => Array.from(row.children, (cell) => cell.textContent.trim())))
  const [headers = [], ...rows] = lines
  const lineOf = (cells: string[]) => Object.fromEntries(headers.map((header, place) => [header, cells[place] ?? '']))
  const tiles = await page
    .locator('[class*=tileLabel]')
    .evaluateAll((labels) => labels.map((label) => [label.textContent, label.nextElementSibling?.textContent ?? ''] as const))
  const sheet = rows.map((cells) => [cells[0]?.split('@')[0] ?? '', lineOf(cells)] as const)
  return { tiles: Object.fromEntries(tiles), sheet: Object.fromEntries(sheet) }
}

async function choose(place: Locator, label: string, option: string): Promise<void> {
  await place.getByLabel(label, { exact: false }).first().click()
  await place.page().getByRole('option', { name: option, exact: true }).click()
}
