import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillWords } from '#src/shared/signing-page.ts'
import { violations } from '../support/axe.ts'
import { sharedChromium } from '../support/chromium.ts'
import { partsCutOff } from '../support/going.ts'
import { agencyWithContracts, type Agency, type MadePage } from './contracts.ts'
import { desk, openFile, phone } from './open-page.ts'
import { photosOfPaper, type PictureFile } from './pictures.ts'
import { confirm, drawWithMouse, readAll } from './steps.ts'

let agency: Agency
let browser: Browser
let made: MadePage
let photo: PictureFile
beforeAll(async () => {
  ;[agency, browser] = await Promise.all([agencyWithContracts(), sharedChromium()])
  made = await agency.makePage('joerg')
  photo = (await photosOfPaper(browser)).signed
})
afterAll(() => agency.folders.remove())

const screens = {
  'at a desk': desk,
  'on a phone': phone,
  'on the narrowest of screens': { ...phone, viewport: { width: 320, height: 568 } },
} as const

describe.each(Object.entries(screens))('%s', (_, options) => {
  test('nothing is wrong for eyes, ears or edges at any step, in light colours and in dark', async () => {
    const { words } = made.data
    // Reading the page from outside needs leave that its policy does not give.
    const { page, save } = await openFile(browser, made.file, { ...options, colorScheme: 'light', bypassCSP: true })
    await readAll(page)
    await page.getByRole('button', { name: words.sign.button }).click()
    await page.getByText(words.missing.heading).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByText(words.document.text, { exact: true }).click()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: words.decline.open }).click()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: words.decline.close }).click()
    await page.getByText(words.document.pages, { exact: true }).click()
    await confirm(page, words)
    await page.getByText(words.sign.type, { exact: true }).click()
    expect(await faultsOf(page)).toEqual([])
    await page.getByText(words.sign.picture, { exact: true }).click()
    await page.getByLabel(words.sign.pictureFile).setInputFiles(photo)
    await page.getByRole('img', { name: words.sign.pictureShown }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByText(words.sign.draw, { exact: true }).click()
    await drawWithMouse(page, words)
    await save(() => page.getByRole('button', { name: words.sign.button }).click())
    await page.getByRole('heading', { name: words.done.heading }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.reload()
    await page.getByText(fillWords(words.again.next, { agency: made.data.agency.name })).waitFor()
    expect(await faultsOf(page)).toEqual([])
  })
})

async function faultsOf(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  const inLight = await violations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  // Nothing but colours differs in the dark.
  const inDark = await violations(page, ['color-contrast', 'link-in-text-block'])
  await page.emulateMedia({ colorScheme: 'light' })
  return [...inLight, ...inDark, ...(await partsCutOff(page)), ...(wide ? ['The page is wider than its screen.'] : [])]
}

test('everything can be done with the keyboard alone', async () => {
  const { words } = made.data
  const { page, save } = await openFile(browser, made.file)
  await page.getByRole('button', { name: words.sign.button }).waitFor()
  /** Goes on by Tab until it stands on the wanted part. */
  const tabTo = async (wanted: string) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab')
      const here = await page.evaluate(() => {
        const { activeElement } = document
        const label = activeElement?.closest('label')?.textContent ?? ''
        return `${label}${activeElement?.textContent ?? ''}${activeElement?.getAttribute('aria-label') ?? ''}`
      })
      if (here.includes(wanted)) return
    }
    throw new Error(`Tab never came to “${wanted}”.`)
  }
  await tabTo(words.document.zoomIn)
  await page.keyboard.press('Enter')
  await tabTo('Ich habe alle')
  await page.keyboard.press('Space')
  await tabTo(words.identity.place)
  await page.keyboard.type('Köln')
  await tabTo(words.identity.isMe)
  await page.keyboard.press('Space')
  await tabTo(words.identity.electronic)
  await page.keyboard.press('Space')
  await tabTo(words.sign.draw)
  await page.keyboard.press('ArrowRight')
  await tabTo(words.sign.typed)
  await page.keyboard.press('Tab')
  const saved = await save(() => page.keyboard.press('Enter'))
  expect((await agency.verify(saved.path)).signatures.at(-1)).toMatchObject({ field: 'creator', intact: true })
  await page.getByRole('heading', { name: words.done.heading }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words.done.heading)
})
