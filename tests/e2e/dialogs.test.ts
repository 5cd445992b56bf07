import { expect, test } from 'vitest'
import { findDemoIds, type DemoIds } from './support/demo-ids.ts'
import { goTo } from './support/going.ts'
import { openTroupe, type Troupe } from './support/launch.ts'

test('every dialog has its name from its first frame on', async () => {
  const ids = {} as DemoIds
  const troupe = await openTroupe('in the browser', { demo: true, seed: findDemoIds(ids) })
  const { page } = troupe
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  const names = await namesAtFirst(troupe)

  await page.keyboard.press('?')
  await closeDialog(troupe, 'Keys')
  await goTo(page, '/payouts')
  await page
    .getByRole('checkbox', { name: /^Select all of / })
    .first()
    .check()
  await page.getByRole('button', { name: /^Record payments?$/ }).click()
  await closeDialog(troupe, /^Record \d+ payments?$/)
  await goTo(page, `/campaigns/${ids.campaign}/creators/${ids.collaboration}`)
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await closeDialog(troupe, /^Compensation of /)
  await goTo(page, `/campaigns/${ids.campaign}/creators/add`)
  await closeDialog(troupe, /^Add creators to /)
  await goTo(page, `/contracts/${ids.signed}`)
  await page.getByText('Signatures valid', { exact: true }).waitFor()
  await page.getByRole('button', { name: /^Status: / }).click()
  await page.getByRole('menuitem', { name: 'Terminate contract' }).click()
  await closeDialog(troupe, /^Terminate contract /)

  expect(await names()).toEqual([
    'Keys',
    expect.stringMatching(/^Record \d+ payments?$/),
    expect.stringMatching(/^Compensation of /),
    expect.stringMatching(/^Add creators to /),
    expect.stringMatching(/^Terminate contract /),
  ])
})

/** Watches for modal dialogs from now on; the answer lists their names as they were when each came into the page. */
async function namesAtFirst({ page }: Troupe): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const names: string[] = []
    new MutationObserver((changes) => {
      const added = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node instanceof Element)
      for (const dialog of added.flatMap((element) => [...element.querySelectorAll('[aria-modal]')])) {
        const title = document.querySelector(`#${CSS.escape(dialog.getAttribute('aria-labelledby') ?? 'none')}`)
        names.push(dialog.getAttribute('aria-label') ?? title?.textContent ?? '')
      }
    }).observe(document.body, { childList: true, subtree: true })
    Object.assign(window, { dialogNames: names })
  })
  return () => page.evaluate(() => (window as unknown as { dialogNames: string[] }).dialogNames)
}

async function closeDialog({ page }: Troupe, name: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog', { name })
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}
