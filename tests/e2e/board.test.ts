import { expect, test } from 'vitest'
import { findDemoIds, type DemoIds } from './support/demo-ids.ts'
import { goTo } from './support/going.ts'
import { openTroupe } from './support/launch.ts'

test('what works on one card of the board works on all that are chosen, and can be taken back', async () => {
  const ids = {} as DemoIds
  const { page } = await openTroupe('in the browser', { demo: true, seed: findDemoIds(ids) })
  await goTo(page, `/campaigns/${ids.campaign}/creators?view=board`)
  const column = (stage: string) => page.getByRole('region', { name: stage, exact: true })
  const namesIn = (stage: string) =>
    column(stage)
      .getByRole('listitem')
      .getByRole('button', { name: /^(?!Move )/ })
      .allTextContents()
  await column('live').getByRole('listitem').first().waitFor()
  const before = await namesIn('live')
  const [first, second, third] = before
  await page.getByRole('checkbox', { name: `Select ${first}`, exact: true }).check()
  await page.getByRole('button', { name: second!, exact: true }).click({ modifiers: ['Control'] })
  await page.getByRole('region', { name: 'Selection' }).getByText('2 creators selected').waitFor()

  await column('live').getByRole('button', { name: 'Move 2 creators' }).first().click()
  await page.getByRole('menuitem', { name: 'Done' }).click()
  await expect.poll(() => namesIn('done')).toEqual([first, second])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => namesIn('live')).toEqual(before)

  // A card that is not chosen goes alone.
  await page.getByRole('button', { name: `Move ${third}`, exact: true }).click()
  await page.getByRole('menuitem', { name: 'Agreed' }).click()
  await expect.poll(() => namesIn('agreed')).toEqual([third])
  await page.getByRole('checkbox', { name: 'Select all in live' }).check()
  await page
    .getByRole('region', { name: 'Selection' })
    .getByText(`${before.length - 1} creators selected`)
    .waitFor()
  await page.getByRole('button', { name: 'Set stage' }).click()
  await page.getByRole('menuitem', { name: 'In production' }).click()
  await expect.poll(async () => (await namesIn('in production')).length).toBe(before.length - 1)
})
