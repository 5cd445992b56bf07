import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openPage } from '../steps/roster.ts'
import { findDemoIds, type DemoIds } from '../support/demo-ids.ts'
import { goTo } from '../support/going.ts'
import { openTroupe } from '../support/launch.ts'

test('a draft is approved, sent and declined; every step stands in its trail', async () => {
  const ids = {} as DemoIds
  const { page } = await openTroupe('in the browser', { demo: true, seed: findDemoIds(ids) })
  await goTo(page, `/contracts/${ids.draft}`)
  await become(page, 'Draft', 'Ask for approval')
  await become(page, 'For approval', 'Approve and mark as sent')
  await become(page, 'Sent', 'Mark as declined')
  await page.getByRole('button', { name: /^Status: Declined/ }).waitFor()
  await page.getByRole('tab', { name: 'Record' }).click()
  const trail = page.getByRole('region', { name: 'Audit trail' })
  await trail.getByText('The chain is whole').waitFor()
  const steps = trail.getByRole('listitem')
  await expect.poll(() => steps.count()).toBe(5)
  const words = ['Declined', 'Sent', 'Approved', 'Approval asked for', 'Made: 2026-']
  expect(await steps.allTextContents()).toEqual(words.map((word) => expect.stringContaining(word) as string))
})

test('a signed contract is amended by another that names it; its duties are ticked off and its reminder is set', async () => {
  const ids = {} as DemoIds
  const { page, watch } = await openTroupe('in the browser', { demo: true, seed: findDemoIds(ids) })
  await goTo(page, `/contracts/${ids.signed}?part=duties`)
  const title = await page.getByRole('heading', { level: 1, name: /^Contract \d/ }).textContent()
  const number = title!.replace('Contract ', '')
  const duties = page.getByRole('region', { name: 'What is due' })
  const open = duties.getByRole('checkbox', { checked: false, disabled: false }).first()
  const name = await open.getAttribute('aria-label')
  await open.press('Space')
  await duties.getByRole('checkbox', { name: name!, checked: true }).waitFor()

  const reminder = page.getByRole('textbox', { name: 'Remind us of its end on' })
  await reminder.fill(new Date().toISOString().slice(0, 10))
  await reminder.press('Enter')
  await reminder.blur()
  await page
    .getByRole('alert')
    .filter({ hasText: `Reminder for contract ${number} set` })
    .waitFor()
  await openPage(page, 'Today')
  await page
    .getByText(new RegExp(`${number}.*ends|ends.*${number}`))
    .first()
    .waitFor()

  await goTo(page, `/contracts/${ids.signed}`)
  await page.getByRole('button', { name: 'More about this contract' }).click()
  await page.getByRole('menuitem', { name: 'Amend this contract' }).click()
  await page.getByRole('button', { name: /^Status: Draft/ }).waitFor()
  await page.getByRole('tab', { name: 'Duties' }).click()
  await page.getByRole('link', { name: `${number}, signed by both` }).click()
  await page.getByRole('heading', { level: 1, name: `Contract ${number}` }).waitFor()
  expect(watch.takeErrors()).toEqual([])
})

async function become(page: Page, from: string, verb: string): Promise<void> {
  await page.getByRole('button', { name: `Status: ${from}. Change it` }).click()
  await page.getByRole('menuitem', { name: verb, exact: true }).click()
}
