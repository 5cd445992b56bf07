import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { importList } from './steps/roster.ts'
import { settled } from './support/going.ts'
import { doors, openTroupe } from './support/launch.ts'

const many = 20_000
const countries = ['Portugal', 'Germany', 'France', 'Spain']

/** As many creators as rows; the first has the most followers, so each stands in the roster where it stands in the list. */
function writeList(folder: string): string {
  const lines = Array.from({ length: many }, (_, place) => {
    const number = place + 1
    return `Creator ${number},@creator_${number},instagram,${900_000 - number * 40},${countries[number % countries.length]}`
  })
  const path = join(folder, 'many.csv')
  writeFileSync(path, ['Name,Handle,Platform,Followers,Country', ...lines].join('\n'))
  return path
}

describe.each(doors)('a roster of 20,000 creators %s', (door) => {
  test('comes in from one list, although the engine was killed at its first attempt; scrolls to its middle and its end; is narrowed', async () => {
    const troupe = await openTroupe(door)
    const { page, folders, watch, pick, killEngine } = troupe
    const list = writeList(folders.root)
    await page.getByRole('main').getByRole('link', { name: 'Import a list' }).click()
    await pick(list, () => page.getByRole('button', { name: 'Choose a file' }).click())
    await page.getByRole('button', { name: /^Import 20,000 creators$/ }).click()
    await killEngine()
    await page.getByRole('alert').first().waitFor()
    await page.getByRole('link', { name: 'Roster', exact: true }).click()
    await page.getByText('No creators yet').waitFor()
    // What the page says of an engine that is gone is no fault of the page.
    watch.takeErrors()
    expect(await importList(troupe, list)).toMatchObject({ New: many, Rejected: 0 })
    await page.getByRole('link', { name: 'Open the roster' }).click()
    const grid = page.getByRole('grid', { name: 'Creators' })
    await rowOf(grid, 1).waitFor()
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(many + 1))

    for (const share of [0.5, 0.25, 0.75]) {
      await grid.evaluate((element, share) => element.scrollTo({ top: element.scrollHeight * share }), share)
      await rowOf(grid, many * share + 5).waitFor()
      await settled(page)
    }
    await grid.focus()
    await page.keyboard.press('End')
    await rowOf(grid, many).waitFor()
    await page.keyboard.press('Home')
    await rowOf(grid, 1).waitFor()

    await page.getByRole('group', { name: 'Country' }).getByRole('checkbox', { name: 'Portugal' }).check()
    await expect.poll(() => countOf(page)).toBe('5,000')
    await rowOf(grid, 4).waitFor()
    await page.getByRole('searchbox', { name: 'Search creators' }).fill('creator_12344')
    await expect.poll(() => countOf(page)).toBe('1')
    await rowOf(grid, 12_344).click()
    await page.getByRole('complementary', { name: 'Creator 12344' }).waitFor()
    expect([watch.takeErrors(), watch.strayRequests()]).toEqual([[], []])
  })
})

function rowOf(grid: Locator, number: number): Locator {
  return grid.getByText(`Creator ${number}`, { exact: true })
}

/** The number beside the title. */
function countOf(page: Page): Promise<string | null> {
  return page.getByRole('banner').or(page.locator('main > header')).locator('span').first().textContent()
}
