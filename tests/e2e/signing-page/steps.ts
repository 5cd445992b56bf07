import type { Page } from 'playwright-core'
import type { SigningPageWords } from '#src/shared/signing-page.ts'

/** Scrolls through the contract as a reader does, each page to its end. */
export async function readAll(page: Page): Promise<void> {
  await page.locator('.layer > *').first().waitFor({ state: 'attached' })
  for (const sheet of await page.locator('.sheet').all()) {
    await sheet.evaluate((element) => element.scrollIntoView({ block: 'end' }))
    // The browser tells what is in view with its next picture.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }
}

/** Fills in what the page cannot know, and ticks both sentences. */
export async function confirm(page: Page, { identity }: SigningPageWords, place = 'Lisboa'): Promise<void> {
  await page.getByLabel(identity.place, { exact: true }).fill(place)
  // The box of the first step goes once every page has been seen, which may be while this runs.
  for (const box of await page.locator('.tick input').all()) if (await box.isVisible()) await box.check()
}

export async function drawWithMouse(page: Page, words: SigningPageWords): Promise<void> {
  const box = await padBox(page, words)
  const [first, ...rest] = wave(box)
  await page.mouse.move(...first!)
  await page.mouse.down()
  for (const point of rest) await page.mouse.move(...point)
  await page.mouse.up()
}

/** Draws with a finger; only the debugging protocol of Chromium has one that moves. */
export async function drawWithFinger(page: Page, words: SigningPageWords): Promise<void> {
  const box = await padBox(page, words)
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', [x, y]: [number, number]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  const points = wave(box)
  await touch('touchStart', points[0]!)
  for (const point of points.slice(1)) {
    await touch('touchMove', point)
    await page.waitForTimeout(15)
  }
  await touch('touchEnd', points.at(-1)!)
  await session.detach()
  // Chromium takes a tap on the heels of a quick stroke for a part of it.
  await page.waitForTimeout(400)
}

/** Draws with a pen, which Chromium's debugging protocol can hold. */
export async function drawWithPen(page: Page, words: SigningPageWords): Promise<void> {
  const points = wave(await padBox(page, words))
  const session = await page.context().newCDPSession(page)
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [x, y]: [number, number]) =>
    session.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1, force: 0.6, pointerType: 'pen' })
  await pen('mousePressed', points[0]!)
  for (const point of points.slice(1)) await pen('mouseMoved', point)
  await pen('mouseReleased', points.at(-1)!)
  await session.detach()
}

async function padBox(page: Page, { sign }: SigningPageWords) {
  const pad = page.getByRole('img', { name: sign.pad })
  await pad.scrollIntoViewIfNeeded()
  return (await pad.boundingBox())!
}

function wave({ x, y, width, height }: { x: number; y: number; width: number; height: number }): [number, number][] {
  return Array.from({ length: 40 }, (_, at) => [x + (width * (at + 4)) / 48, y + height / 2 + Math.sin(at / 3) * height * 0.3])
}
