import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { goTo } from './support/going.ts'
import { openTroupe } from './support/launch.ts'

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('a call is written down, puts the check-in off, and is taken back; a reminder is set and ticked off on Today', async () => {
  const ids = { creator: '' }
  const { page, watch } = await openTroupe('in the browser', {
    seed: async (call) => {
      ids.creator = (await call.creators.create({ name: 'Ana Pérez' })).id
    },
  })
  await goTo(page, `/roster/${ids.creator}`)
  await page.getByRole('tab', { name: 'Relationship' }).click()
  const [checkIns, log, reminders] = [part(page, 'Check-ins'), part(page, 'Contact log'), part(page, 'Reminders')]
  await checkIns.getByRole('combobox', { name: 'Write to them' }).click()
  await page.getByRole('option', { name: 'Every 3 weeks' }).click()
  await checkIns.getByText('Next').waitFor()

  await page.getByLabel('What it was about').fill('Plans for spring')
  await page.getByLabel('Channel').fill('Phone')
  await page.getByRole('button', { name: 'Write down' }).click()
  await log.getByText('Plans for spring').waitFor()
  await log.getByRole('button', { name: 'Remove: Message, Plans for spring' }).click()
  await log.getByText('Nothing is written down yet.').waitFor()

  await reminders.getByLabel('What').fill('Send the dates')
  await reminders.getByRole('textbox', { name: 'On' }).fill('2026-01-02')
  await reminders.getByRole('textbox', { name: 'On' }).press('Tab')
  await reminders.getByRole('button', { name: 'Remind me' }).click()
  await reminders.getByRole('checkbox', { name: 'Send the dates' }).waitFor()
  expect(await violations(page)).toEqual([])
  await goTo(page, '/')
  await page.getByRole('button', { name: 'Tick off: Ana Pérez, Send the dates' }).click()
  await page.getByRole('button', { name: 'Tick off: Ana Pérez, Send the dates' }).waitFor({ state: 'detached' })
  expect(watch.takeErrors()).toEqual([])
})
