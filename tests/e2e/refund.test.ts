import { expect, test } from 'vitest'
import { findDemoIds, type DemoIds } from './support/demo-ids.ts'
import { shownFigures } from './steps/money.ts'
import { goTo } from './support/going.ts'
import { openTroupe } from './support/launch.ts'

test('a refund is entered with an order or later, and taken off what the order brought in', async () => {
  const ids = {} as DemoIds
  const { page } = await openTroupe('in the browser', { demo: true, seed: findDemoIds(ids) })
  const revenue = async () => Number((await shownFigures(page)).tiles['Revenue']?.replaceAll(/[^\d.]/g, ''))
  await goTo(page, `/campaigns/${ids.campaign}/results`)
  await page.getByRole('grid', { name: 'Live campaign sheet' }).waitFor()
  const before = await revenue()

  await page.getByRole('link', { name: 'Add order' }).click()
  const panel = page.getByRole('complementary', { name: 'New order' })
  await panel.getByRole('textbox', { name: 'Order number' }).fill('R-1')
  await panel.getByRole('textbox', { name: 'Total', exact: true }).fill('100')
  await panel.getByRole('textbox', { name: 'Refunded' }).pressSequentially('0.50')
  await panel.getByRole('button', { name: 'Add order' }).click()
  await panel.waitFor({ state: 'hidden' })
  await expect.poll(revenue).toBeCloseTo(before + 99.5)

  await goTo(page, `/campaigns/${ids.campaign}/results/rows?kind=orders`)
  await page.getByText('€0.50 refunded').waitFor()
  await page.getByRole('button', { name: 'Refund of order R-1' }).click()
  const amount = page.getByRole('textbox', { name: 'Refunded' })
  await amount.fill('120')
  await page.getByRole('button', { name: 'Save refund' }).click()
  await page.getByText('No more can be refunded than the order was worth.').waitFor()
  await amount.fill('40')
  await page.getByRole('button', { name: 'Save refund' }).click()
  await page.getByText('€40.00 refunded').waitFor()
  await expect.poll(revenue).toBeCloseTo(before + 60)
})
