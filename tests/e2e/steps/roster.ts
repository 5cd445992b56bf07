import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { Troupe } from '../support/launch.ts'

/** From the empty roster to a list that is in it. Answers with the five figures that the result names. */
export async function importList({ page, pick }: Troupe, path: string): Promise<Record<string, number>> {
  await openPage(page, 'Roster')
  await page.getByRole('link', { name: 'Import a list' }).click()
  await pick(path, () => page.getByRole('button', { name: 'Choose a file' }).click())
  await page.getByLabel('What the import will do').waitFor()
  await page.getByRole('button', { name: /^Import [\d,]+ creators?$/ }).click()
  const counts = page.getByLabel('What the import did')
  await counts.waitFor()
  const pairs = await counts
    .locator('div')
    .evaluateAll((lines) =>
      lines.map(
        (line) => [line.querySelector('dt')?.textContent ?? '', Number(line.querySelector('dd')?.textContent.replace(',', ''))] as const,
      ),
    )
  return Object.fromEntries(pairs)
}

/** Opens a page by its link in the sidebar. */
export async function openPage(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${name}`) }).waitFor()
}

/** The creators of the rows that are drawn, from above. */
function shownCreators(page: Page): Promise<string[]> {
  const boxes = page.getByRole('grid', { name: 'Creators' }).getByRole('checkbox', { name: /^Select (?!all)/ })
  return boxes.evaluateAll((boxes) => boxes.map((box) => (box.getAttribute('aria-label') ?? '').replace('Select ', '')))
}

interface Narrowing {
  tier?: string
  search?: string
  leaves: string[]
}

/** Narrows the roster by facets and words, waits for exactly these creators, and takes the filters off again. */
export async function filterRoster(page: Page, { tier, search, leaves }: Narrowing): Promise<void> {
  if (tier) await page.getByRole('group', { name: 'Tier' }).getByRole('checkbox', { name: tier }).check()
  if (search) await page.getByRole('searchbox', { name: 'Search creators' }).fill(search)
  await expect.poll(() => shownCreators(page)).toEqual(leaves)
  if (tier) await page.getByRole('group', { name: 'Tier' }).getByRole('checkbox', { name: tier }).uncheck()
  if (search) await page.getByRole('searchbox', { name: 'Search creators' }).fill('')
}

/** Saves the media kit of one creator from their panel. */
export async function saveMediaKit({ page, save }: Troupe, name: string, path: string): Promise<void> {
  await openPage(page, 'Roster')
  await page.getByRole('grid', { name: 'Creators' }).getByText(name, { exact: true }).click()
  await page.getByRole('complementary', { name }).getByRole('button', { name: 'More for this creator' }).click()
  await page.getByRole('menuitem', { name: 'Media kit' }).click()
  const dialog = page.getByRole('dialog', { name: `Media kit of ${name}` })
  await save(path, () => dialog.getByRole('button', { name: 'Save PDF' }).click())
  await page.keyboard.press('Escape')
}
