import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { goTo } from './support/going.ts'
import { openTroupe } from './support/launch.ts'

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('a price is suggested, opened into its steps, moved by switches and factors, and held against an ask', async () => {
  const ids = { creator: '' }
  const { page, watch } = await openTroupe('in the browser', {
    seed: async (call) => {
      const account = { platform: 'instagram', handle: 'ana', values: { followers: 31_623 } }
      ids.creator = (await call.creators.create({ name: 'Ana Pérez', accounts: [account] })).id
    },
  })
  await goTo(page, `/roster/${ids.creator}`)
  await page.getByRole('tab', { name: 'Rates' }).click()
  const [suggested, moving, negotiation] = [part(page, 'Suggested price'), part(page, 'What moves the price'), part(page, 'Negotiation')]
  const says = (text: string) => suggested.getByRole('status').getByText(text).waitFor()
  await says('$2,750.00')
  await suggested.getByText('InfluenceFlow 2025 (S1), tier micro').waitFor()
  await suggested.getByText(/Troupe knows no exchange rate/).waitFor()
  await suggested.getByLabel('EUR for one US dollar').fill('0.5')
  await says('€1,375.00')
  await suggested.getByRole('row', { name: /^Into EUR .*€1,375\.00$/ }).waitFor()

  await moving.getByRole('switch', { name: 'B2B' }).click()
  await says('€1,718.75')
  const factor = moving.getByRole('textbox', { name: 'Factor of B2B' })
  await factor.fill('130')
  await factor.press('Enter')
  await says('€1,787.50')
  await moving.getByRole('button', { name: 'Keep factors for the workspace' }).click()
  await moving.getByRole('button', { name: 'Use the shipped factors' }).waitFor()
  await moving.getByRole('switch', { name: 'B2B' }).click()
  await says('€1,375.00')

  await negotiation.getByRole('textbox', { name: 'Ask for one post' }).fill('1800')
  await negotiation.getByText('€1,260.00').first().waitFor()
  await negotiation.getByText('€2,500.00').waitFor()
  await negotiation.getByRole('row', { name: /^12 months, one post a month €1,051\.88/ }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(watch.takeErrors()).toEqual([])
})
