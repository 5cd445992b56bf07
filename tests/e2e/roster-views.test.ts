import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo } from './support/going.ts'
import { openTroupe } from './support/launch.ts'
import type { Seed } from './support/workspace.ts'

const people = [
  ['Ana', 'Zürich', 9000],
  ['Bo', 'Århus', 8000],
  ['Cy', 'Basel', 7000],
] as const

const somePeople: Seed = async (call) => {
  for (const [name, city, followers] of people)
    await call.creators.create({ name, city, accounts: [{ platform: 'tiktok', handle: name, values: { followers } }] })
}

const headings = async (page: Page) => (await page.getByRole('columnheader').allInnerTexts()).map((words) => words.trim()).filter(Boolean)

test('columns are chosen, sorted by and made wider, kept as a view, and a selection becomes a shortlist', async () => {
  const { page } = await openTroupe('in the browser', { seed: somePeople })
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const namesIn = async (grid: string) =>
    (
      await page
        .getByRole(grid === 'table' ? 'table' : 'grid')
        .getByRole('row')
        .allInnerTexts()
    ).flatMap((words) => /\b(?:Ana|Bo|Cy)\b/.exec(words) ?? [])
  await goTo(page, '/roster')
  await page.getByText('Ana', { exact: true }).first().waitFor()

  await button('Columns').click()
  await page.getByRole('checkbox', { name: 'City' }).click()
  await page.getByRole('checkbox', { name: 'Niche' }).click()
  for (let place = 0; place < 6; place++) await button('Move City up').click()
  await page.keyboard.press('Escape')
  expect(await headings(page)).toEqual(['Creator', 'City', 'Platform', 'Tier', 'Followers', 'Engagement', 'Country', 'Relationship'])

  await button('City').click()
  await expect.poll(() => namesIn('grid')).toEqual(['Bo', 'Cy', 'Ana'])
  const city = page.getByRole('columnheader', { name: 'City' })
  expect(await city.getAttribute('aria-sort')).toBe('ascending')
  const before = (await city.boundingBox())?.width ?? 0
  await button('City').press('Shift+ArrowRight')
  await expect.poll(async () => (await city.boundingBox())?.width).toBe(before + 16)
  await button('City').press('Control+ArrowRight')
  await expect.poll(() => headings(page)).toEqual(expect.arrayContaining(['Creator', 'Platform', 'City']))

  await button('All creators').click()
  await page.getByRole('menuitem', { name: 'Save as a new view' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('By city')
  await button('Save view').click()
  await button('By city').waitFor()
  await goTo(page, '/')
  await page.getByRole('link', { name: 'Roster' }).click()
  await button('All creators').click()
  await page.getByRole('menuitem', { name: 'By city' }).click()
  await expect.poll(() => namesIn('grid')).toEqual(['Bo', 'Cy', 'Ana'])
  expect((await headings(page)).slice(0, 3)).toEqual(['Creator', 'Platform', 'City'])
  expect(Math.round((await city.boundingBox())?.width ?? 0)).toBe(Math.round(before + 16))
  await button('City').click()
  await page.getByText('Edited').waitFor()
  await expect.poll(() => namesIn('grid')).toEqual(['Ana', 'Cy', 'Bo'])

  const grid = page.getByRole('grid', { name: 'Creators' })
  await grid.focus()
  for (const key of ['Home', 'Space', 'Shift+ArrowDown']) await grid.press(key)
  await page.getByText('2 creators selected').waitFor()
  await button('Add to shortlist').click()
  await page.getByRole('combobox', { name: 'Shortlist' }).fill('For Ruth')
  await page.getByRole('option', { name: 'Make “For Ruth”' }).click()
  await button('Make it with 2 creators').click()
  await page.getByRole('link', { name: 'Shortlists' }).click()
  await page.getByText('For Ruth', { exact: true }).click()
  await expect.poll(() => namesIn('table')).toEqual(['Ana', 'Cy'])
  await button('Move Ana down').click()
  await expect.poll(() => namesIn('table')).toEqual(['Cy', 'Ana'])
})
