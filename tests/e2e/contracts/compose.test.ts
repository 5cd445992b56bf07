import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { paper } from '../steps/contracts.ts'
import { findDemoIds, type DemoIds } from '../support/demo-ids.ts'
import { goTo } from '../support/going.ts'
import { openTroupe, type Troupe } from '../support/launch.ts'

async function openDraft(): Promise<Troupe> {
  const ids = {} as DemoIds
  const troupe = await openTroupe('in the browser', { demo: true, seed: findDemoIds(ids) })
  await goTo(troupe.page, `/contracts/${ids.draft}`)
  await paper(troupe.page).locator('span').first().waitFor()
  return troupe
}

test('a check leads to its field; what is typed there is marked as typed here and stands in the PDF', async () => {
  const { page } = await openDraft()
  const checks = page.getByRole('region', { name: 'Checks before sending' })
  await checks.getByRole('button', { name: /^German courts want/ }).click()
  const field = page.getByRole('textbox', { name: 'Disclosure', exact: true })
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
  await field.fill('Anzeige')
  await field.press('Enter')
  await page.getByRole('region', { name: 'Changed here' }).getByText('Anzeige', { exact: true }).waitFor()
  await page.getByText('Nothing stands against sending').waitFor()
  for (const sheet of await paper(page).getByRole('group').all()) {
    await sheet.scrollIntoViewIfNeeded()
    await sheet.locator('span').first().waitFor()
  }
  await expect.poll(() => paper(page).textContent()).toContain('Anzeige')

  const client = page.getByRole('region', { name: 'Client' })
  await client.getByRole('button').click()
  await client.getByText('Nordlicht Outdoor').waitFor()
  await page.getByRole('button', { name: /^Brief/ }).click()
  await page.getByRole('link', { name: 'Open brief' }).first().waitFor()
})

test('an edited clause shows its changes, is compared with template and last version, and goes back to the template', async () => {
  const { page, save, folders } = await openDraft()
  const schedule = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Schedule/ }) })
  await page.getByRole('button', { name: 'Keep this version' }).click()
  await page.getByText(/drawn and kept$/).waitFor()
  await schedule.getByRole('button', { name: /^Schedule/ }).click()
  await schedule.getByRole('button', { name: 'Edit the clause Schedule' }).click()
  const text = schedule.getByRole('textbox', { name: 'Text of Schedule' })
  await text.fill(`${await text.inputValue()}\n\nNobody posts on a Sunday.`)
  await schedule.getByRole('button', { name: 'Keep' }).click()
  await schedule.getByText('Edited', { exact: true }).waitFor()
  await schedule.locator('ins').getByText('Nobody posts on a Sunday.').waitFor()

  await page.getByRole('tab', { name: 'Changes' }).click()
  const changed = page.getByRole('list', { name: 'Clauses that differ' })
  await changed.locator('ins').getByText('Nobody posts on a Sunday.').waitFor()
  expect(await changed.getByRole('listitem').count()).toBe(1)
  const redline = join(folders.root, 'redline.pdf')
  await page.getByRole('button', { name: 'Save redline' }).click()
  await save(redline, () => page.getByRole('menuitem', { name: 'As PDF' }).click())
  expect(readFileSync(redline).subarray(0, 5).toString()).toBe('%PDF-')
  await page.getByRole('combobox', { name: 'Compare' }).click()
  await page.getByRole('option', { name: 'Last version with the contract as it stands' }).click()
  await changed.locator('ins').getByText('Nobody posts on a Sunday.').waitFor()

  await page.getByRole('tab', { name: 'Terms' }).click()
  await schedule.getByRole('button', { name: /^Schedule/ }).click()
  await schedule.getByRole('button', { name: 'Back to the template' }).click()
  await schedule.getByText('Edited', { exact: true }).waitFor({ state: 'hidden' })
  await page.getByRole('tab', { name: 'Changes' }).click()
  await page.getByText('Nothing differs').waitFor()
})

test('leaving the disclosure out is told before sending, and undone', async () => {
  const { page } = await openDraft()
  const included = page.getByRole('switch', { name: /^Disclosure.* is part of the contract$/ })
  await included.press('Space')
  const checks = page.getByRole('region', { name: 'Checks before sending' })
  await checks
    .getByText(/disclosure/i)
    .first()
    .waitFor()
  await expect.poll(() => checks.getByText('To mend').count()).toBeGreaterThan(0)
  await page.getByRole('alert').filter({ hasText: 'left out' }).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => included.isChecked()).toBe(true)
  await expect.poll(() => checks.getByText('To mend').count()).toBe(0)
})
