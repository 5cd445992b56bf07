import { expect, test } from 'vitest'
import { findDemoIds, type DemoIds } from './support/demo-ids.ts'
import { goTo } from './support/going.ts'
import { openTroupe } from './support/launch.ts'

test('typing outlives a form that is closed by a key, a click beside it or another page, and goes with Cancel; decimals can be typed', async () => {
  const ids = {} as DemoIds
  const { page } = await openTroupe('in the browser', { demo: true, seed: findDemoIds(ids) })
  const panel = page.getByRole('complementary', { name: 'New campaign' })
  const name = panel.getByLabel('Name')
  await goTo(page, '/campaigns/new')
  await name.fill('Winter porridge')
  await panel.getByLabel('Budget', { exact: true }).fill('1200')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  await goTo(page, '/campaigns/new')
  await panel.getByText('What you typed before is still here.').waitFor()
  expect(await name.inputValue()).toBe('Winter porridge')
  expect(await panel.getByLabel('Budget', { exact: true }).inputValue()).toBe('1200.00')

  await page.getByRole('link', { name: 'Payouts' }).click()
  await goTo(page, '/campaigns/new')
  expect(await name.inputValue()).toBe('Winter porridge')
  await panel.getByRole('button', { name: 'Begin anew' }).click()
  expect(await name.inputValue()).toBe('')
  expect(await panel.getByLabel('Budget', { exact: true }).inputValue()).toBe('')
  await name.fill('Autumn porridge')
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await panel.waitFor({ state: 'hidden' })
  await goTo(page, '/campaigns/new')
  expect(await name.inputValue()).toBe('')

  const dialog = page.getByRole('dialog', { name: /^Compensation of / })
  const collaboration = `/campaigns/${ids.campaign}/creators/${ids.collaboration}`
  await goTo(page, collaboration)
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await dialog.getByRole('textbox', { name: /^Fee/ }).fill('777')
  await page.mouse.click(10, 10)
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  expect(await dialog.getByRole('textbox', { name: /^Fee/ }).inputValue()).toBe('777.00')
  await dialog.getByLabel('Model').click()
  await page.getByRole('option', { name: 'Commission', exact: true }).click()
  const rate = dialog.getByRole('textbox', { name: /^Commission/ })
  await rate.pressSequentially('12.5')
  expect(await rate.inputValue()).toBe('12.5 %')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'hidden' })

  // Fields without a button are saved when they are left, whichever way.
  const notes = page.getByRole('textbox', { name: 'Notes' })
  await notes.fill('Answers within the hour')
  await page.keyboard.press('Escape')
  await notes.waitFor({ state: 'hidden' })
  await goTo(page, collaboration)
  await expect.poll(() => notes.inputValue()).toBe('Answers within the hour')
})
