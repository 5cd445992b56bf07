import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { violations } from './support/axe.ts'
import { findDemoIds, type DemoIds } from './support/demo-ids.ts'
import { goTo, isReachedByTab, partsCutOff, settled } from './support/going.ts'
import { doors, openTroupe, photographWhenFailed, startTroupe, type Door, type Troupe } from './support/launch.ts'
import { demoScreens, emptyScreens, type Screen } from './support/screens.ts'

/** What can be wrong with a screen. */
interface Faults {
  inLight: string[]
  inDark: string[]
  /** Words and controls beyond the right edge of the window that nobody can scroll to. */
  cutOff: string[]
  outOfReach: boolean
  errors: string[]
  strayRequests: string[]
}
const none: Faults = { inLight: [], inDark: [], cutOff: [], outOfReach: false, errors: [], strayRequests: [] }

describe.each(doors)('%s, with the demo workspace,', (door) => {
  const ids = {} as DemoIds
  let troupe: Awaited<ReturnType<typeof startTroupe>>
  beforeAll(async () => {
    troupe = await startTroupe(door, { demo: true, seed: findDemoIds(ids) })
  })
  afterAll(() => troupe.end())
  test.each(demoScreens)('$name has no fault', async (screen) => {
    await show(troupe, screen, ids)
    expect(await faultsOf(troupe, screen, door)).toEqual(none)
  })
})

describe.each(doors)('%s, with an empty workspace,', (door) => {
  let troupe: Awaited<ReturnType<typeof startTroupe>>
  beforeAll(async () => {
    troupe = await startTroupe(door)
  })
  afterAll(() => troupe.end())
  test.each(emptyScreens)('$name has no fault', async (screen) => {
    await show(troupe, screen, {} as DemoIds)
    expect(await faultsOf(troupe, screen, door)).toEqual(none)
  })
})

test('faults are found where there are some', async () => {
  const troupe = await openTroupe('in the browser')
  const { page } = troupe
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  await page.evaluate(() => {
    const style = 'position: fixed; inset: 0 auto auto; width: 2000px; color: #999; background: #aaa'
    document.body.insertAdjacentHTML('beforeend', `<img src="/icon.svg"><p style="${style}">Pale and wide</p>`)
    console.error('Something broke')
  })
  const faults = await faultsOf(troupe, { primary: () => page.locator('p', { hasText: 'Pale and wide' }) }, 'in the browser')
  expect(faults).toMatchObject({ cutOff: [expect.stringContaining('Pale and wide')], outOfReach: true, errors: ['Something broke'] })
  expect(faults.inLight.join('\n')).toMatch(/color-contrast at (body > )?p:[^]*image-alt at img:/)
  expect(faults.inDark.join('\n')).toMatch(/color-contrast at (body > )?p:/)
})

async function show(troupe: Troupe, { address, shows, open }: Screen, ids: DemoIds): Promise<void> {
  const { page } = troupe
  onTestFinished(() => page.keyboard.press('Escape'))
  photographWhenFailed(troupe)
  await goTo(page, typeof address === 'string' ? address : address(ids))
  await shows(page).waitFor()
  await open?.(troupe)
  await settled(page)
}

/** Whoever opens the window, what eyes, ears and the keyboard find are the page's own affair: they are looked at behind one door. What goes
 *  wrong on the way to the engine, and what runs over an edge, is looked for behind both. */
async function faultsOf({ page, watch }: Troupe, { primary }: Pick<Screen, 'primary'>, door: Door): Promise<Faults> {
  const cutOff = await partsCutOff(page)
  const isThorough = door === 'in the browser'
  const inLight = isThorough ? await violations(page) : []
  const inDark = isThorough ? await contrastInDark(page) : []
  const outOfReach = isThorough && primary !== undefined && !(await isReachedByTab(page, primary(page)))
  return { inLight, inDark, cutOff, outOfReach, errors: watch.takeErrors(), strayRequests: watch.strayRequests() }
}

async function contrastInDark(page: Troupe['page']): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const found = await violations(page, ['color-contrast', 'link-in-text-block'])
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}
