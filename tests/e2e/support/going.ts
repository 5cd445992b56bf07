import type { Locator, Page } from 'playwright-core'

/** Takes the window to one of its own addresses, as a link would. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = `#${address}`
  }, address)
}

/** Waits until nothing on the page is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root') === null)
}

/** Whether Tab alone, from the beginning of the page on, leads to the one that `locator` finds, with a sign of where one stands. */
export async function isReachedByTab(page: Page, locator: Locator, mostSteps = 90): Promise<boolean> {
  const arrived = await locator.evaluateHandle((element) => {
    document.querySelector<HTMLElement>('#page')?.focus()
    const arrived = { hasBeenThere: false }
    element.addEventListener('focus', () => (arrived.hasBeenThere ||= element.matches(':focus-visible')))
    return arrived
  })
  let isReached = false
  // Asking after every step would take longer than the steps.
  for (let step = 1; step <= mostSteps && !isReached; step += 1) {
    await page.keyboard.down('Tab')
    if (step % 10 === 0 || step === mostSteps) isReached = await arrived.evaluate(({ hasBeenThere }) => hasBeenThere)
  }
  await page.keyboard.up('Tab')
  return isReached
}

/** Words and controls that lie beyond the right edge of the window where nothing scrolls sideways. */
export function partsCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    const parts = [
      ...document.querySelectorAll('a, button, input, textarea, h1, h2, h3, p, li, td, th, [role=gridcell], [role=columnheader]'),
    ]
    const cut = parts.filter((part) => part.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(part.parentElement))
    return cut.map((part) => part.outerHTML.slice(0, 200))
  })
}
