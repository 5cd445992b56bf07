import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { giveComputer, savePdf, signAsCreator, signByTyping, takeComputerBack } from '../steps/contracts.ts'
import { violations } from '../support/axe.ts'
import { findDemoIds, type DemoIds } from '../support/demo-ids.ts'
import { goTo } from '../support/going.ts'
import { openTroupe } from '../support/launch.ts'

test('the creator signs first, on the agency’s computer, and cannot get at anything else; then the agency signs', async () => {
  const ids = {} as DemoIds
  const troupe = await openTroupe('in the browser', { demo: true, seed: findDemoIds(ids) })
  const { page, folders, watch } = troupe
  await goTo(page, `/contracts/${ids.draft}`)
  await giveComputer(page, 'Passport seen')
  for (const attempt of attempts) {
    await attempt(page)
    await page.getByRole('button', { name: 'I have read the contract' }).waitFor()
    expect(await whatElseIsThere(page)).toEqual([])
  }
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: /want to sign now$/ }).click()
  await page.getByRole('textbox', { name: 'Code of the agency' }).fill('let me in')
  await page.getByRole('button', { name: 'Back to Troupe' }).click()
  await page.getByText('That is not the code. Nothing was opened.').waitFor()
  expect(await whatElseIsThere(page)).toEqual([])
  await page.getByRole('button', { name: 'Back to the contract' }).click()
  await signAsCreator(page)
  expect(await whatElseIsThere(page)).toEqual([])
  await takeComputerBack(page)

  await page.getByRole('button', { name: /^Status: Signed by creator/ }).waitFor()
  await page.getByRole('tab', { name: 'Signing' }).click()
  await page.getByText(/identified: Passport seen/).waitFor()
  await signByTyping(page)
  await page.getByRole('button', { name: /^Status: Signed by both/ }).waitFor()
  await page.getByText('Signatures valid').first().waitFor()
  const file = join(folders.root, 'contract.pdf')
  await savePdf(troupe, file)
  const verdict = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })
  expect(verdict.match(/Signature Validation: Signature is Valid/g)).toHaveLength(2)
  expect([watch.takeErrors(), watch.strayRequests()]).toEqual([[], []])
})

/** Ways out that a person might try. */
const attempts: readonly ((page: Page) => Promise<unknown>)[] = [
  (page) => page.keyboard.press('Control+k'),
  (page) => page.keyboard.press('?'),
  (page) => page.keyboard.press('/'),
  (page) => page.keyboard.press('Control+z'),
  async (page) => {
    await page.keyboard.press('g')
    await page.keyboard.press('r')
  },
  (page) => goTo(page, '/roster'),
  (page) => page.goBack(),
  (page) => page.goForward(),
  (page) => page.reload(),
]

/** Links, searches, dialogs and notes: all that could lead away or tell of somebody else. */
async function whatElseIsThere(page: Page): Promise<string[]> {
  return page
    .locator('a[href], nav, [role=dialog], [role=alert], [role=grid], input[type=search]')
    .evaluateAll((found) => found.map((one) => one.outerHTML.slice(0, 200)))
}
