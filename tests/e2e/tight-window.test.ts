import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDemoIds, type DemoIds } from './support/demo-ids.ts'
import { goTo, settled } from './support/going.ts'
import { photographWhenFailed, startTroupe } from './support/launch.ts'

const sizes = [
  { width: 1024, height: 700 },
  // As small as the desktop's window gets, and smaller, as a browser's may be.
  { width: 900, height: 600 },
  { width: 800, height: 600 },
]

describe('in a tight window', () => {
  const ids = {} as DemoIds
  let troupe: Awaited<ReturnType<typeof startTroupe>>
  beforeAll(async () => {
    troupe = await startTroupe('in the browser', { demo: true, seed: findDemoIds(ids) })
  })
  afterAll(() => troupe.end())

  test.each(sizes)('every control of a title row and of a foot can be clicked at $width × $height', async (size) => {
    const { page } = troupe
    photographWhenFailed(troupe)
    await page.setViewportSize(size)
    const panel = (name: string | RegExp) => page.getByRole('complementary', { name })
    const title = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
    const places = [
      ['/roster/new', panel('New creator')],
      [`/roster/${ids.creator}`, page.getByRole('tabpanel', { name: 'Overview' })],
      ['/campaigns', title('Campaigns')],
      ['/campaigns/new', panel('New campaign')],
      [`/campaigns/${ids.campaign}/creators/${ids.collaboration}`, panel(/in this campaign$/)],
      [`/campaigns/${ids.campaign}/results/order`, panel('New order')],
      ['/contracts', title('Contracts')],
      [`/contracts/${ids.draft}`, page.getByRole('link', { name: 'Sign for the agency' })],
      [`/payouts/${ids.creator}`, panel('Statement')],
      ['/settings', title('Settings')],
    ] as const
    const covered: Record<string, string[]> = {}
    for (const [address, sign] of places) {
      await goTo(page, address)
      await sign.waitFor()
      await settled(page)
      covered[address] = await outOfReach(page)
    }
    expect(covered).toEqual(Object.fromEntries(places.map(([address]) => [address, []])))
  })

  test('a toast leaves the buttons of a panel free', async () => {
    const { page } = troupe
    photographWhenFailed(troupe)
    await page.setViewportSize({ width: 1024, height: 700 })
    await goTo(page, `/campaigns/clients/${ids.client}`)
    await page.getByRole('textbox', { name: 'Industry' }).fill('Breakfast')
    await page.getByRole('button', { name: 'Save client' }).click()
    const toast = page.getByRole('alert').filter({ hasText: 'Client saved' })
    await toast.waitFor()
    await goTo(page, '/roster/new')
    const panel = page.getByRole('complementary', { name: 'New creator' })
    await panel.waitFor()
    const [ofToast, ofPanel] = [await toast.boundingBox(), await panel.boundingBox()]
    expect(ofToast!.x).toBeGreaterThan(0)
    expect(ofToast!.x + ofToast!.width).toBeLessThanOrEqual(ofPanel!.x)
  })
})

/** Controls in title rows and feet that lie outside the window or under something else. */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll('header :is(a, button, input), footer :is(a, button)')]
    const shown = controls.filter((control) => control.getBoundingClientRect().width > 4)
    const away = shown.filter((control) => {
      const { left, right, top, bottom } = control.getBoundingClientRect()
      const whole = control.closest('.mantine-Input-wrapper') ?? control
      const points = [left + 4, (left + right) / 2, right - 4].map((x) => document.elementFromPoint(x, (top + bottom) / 2))
      return left < 0 || right > window.innerWidth || points.some((there) => !whole.contains(there))
    })
    return away.map((control) => control.outerHTML.slice(0, 160))
  })
}
