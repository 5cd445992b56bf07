import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillWords } from '#src/shared/signing-page.ts'
import { inkIn } from '#tests/engine/documents/support/poppler.ts'
import { violations } from '../support/axe.ts'
import { sharedChromium } from '../support/chromium.ts'
import { agencyWithContracts, type Agency, type MadePage } from './contracts.ts'
import { desk, openFile, phone } from './open-page.ts'
import { photosOfPaper } from './pictures.ts'
import { signaturesIn, textIn } from './signatures.ts'
import { confirm, drawWithPen, readAll } from './steps.ts'

let agency: Agency
let browser: Browser
let made: MadePage
let photos: Awaited<ReturnType<typeof photosOfPaper>>
beforeAll(async () => {
  ;[agency, browser] = await Promise.all([agencyWithContracts(), sharedChromium()])
  photos = await photosOfPaper(browser)
  made = await agency.makePage('ana')
})
afterAll(() => agency.folders.remove())

test.each([
  ['at a desk', desk],
  ['on a phone', phone],
])('%s, a photo of a signature gives its ink, and the picture itself stays behind', async (_, options) => {
  const { page, save, errors, asked } = await openFile(browser, made.file, options)
  const { words } = made.data
  await readAll(page)
  await confirm(page, words)
  await page.getByText(words.sign.picture, { exact: true }).click()
  await page.getByRole('button', { name: words.sign.button }).click()
  expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([words.missing.picture])
  await page.getByLabel(words.sign.pictureFile).setInputFiles(photos.signed)
  const shown = page.getByRole('img', { name: words.sign.pictureShown })
  await shown.waitFor()
  // Cut to the signature: three times as wide as high, where the photo is four by three.
  const { width, height } = await shown.evaluate(({ width, height }: HTMLCanvasElement) => ({ width, height }))
  expect(width / height).toBeGreaterThan(2.5)
  const saved = await save(() => page.getByRole('button', { name: words.sign.button }).click())
  const signed = readFileSync(saved.path)
  const signature = (await signaturesIn(signed)).at(-1)!
  const ink = inkIn(signed, signature.page + 1, signature.rect)
  // Ink, and not the grey of the paper around it.
  expect(ink).toBeGreaterThan(300)
  expect(ink).toBeLessThan(4000)
  expect(signed.length - made.pdf.length).toBeLessThan(150_000)
  expect(await textIn(signed, 'audit.creator')).toContain('picture of a signature')
  expect(execFileSync('pdfsig', [saved.path], { encoding: 'utf8' }).match(/Signature is Valid/g)).toHaveLength(2)
  expect(await agency.verify(saved.path)).toMatchObject({ status: 'untrusted', alterations: [] })
  expect(errors).toEqual([])
  expect(asked.filter((address) => !address.startsWith('blob:'))).toEqual([])
})

test('what is no picture or shows no signature is said; a closed file dialog keeps what was chosen', async () => {
  const { page, errors } = await openFile(browser, made.file, { ...desk, bypassCSP: true })
  const { sign, missing } = made.data.words
  await page.getByText(sign.picture, { exact: true }).click()
  const input = page.getByLabel(sign.pictureFile)
  await input.setInputFiles({ name: 'letter.png', mimeType: 'image/png', buffer: Buffer.from('Dear Ana') })
  await page.getByText(fillWords(sign.pictureUnreadable, { file: 'letter.png' })).waitFor()
  expect(await violations(page)).toEqual([])
  await input.setInputFiles(photos.blank)
  await page.getByText(fillWords(sign.pictureEmpty, { file: 'paper.jpg' })).waitFor()
  await page.getByRole('button', { name: sign.button }).click()
  expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toContain(missing.picture)
  await input.setInputFiles(photos.signed)
  const shown = page.getByRole('img', { name: sign.pictureShown })
  await shown.waitFor()
  expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).not.toContain(missing.picture)
  expect(await violations(page)).toEqual([])
  await input.setInputFiles([])
  expect(await shown.isVisible()).toBe(true)
  expect(errors).toEqual([])
})

test('a pen draws as a mouse does, and what was said to be missing goes with the way it was about', async () => {
  const { page, save } = await openFile(browser, made.file)
  const { words } = made.data
  await readAll(page)
  await confirm(page, words)
  const missing = page.getByRole('alert').getByRole('link')
  await page.getByRole('button', { name: words.sign.button }).click()
  expect(await missing.allInnerTexts()).toEqual([words.missing.drawing])
  await page.getByText(words.sign.type, { exact: true }).click()
  expect(await missing.count()).toBe(0)
  await page.getByText(words.sign.draw, { exact: true }).click()
  await drawWithPen(page, words)
  expect(await page.locator('.pad path').getAttribute('d')).toMatch(/^M .* Q /)
  const saved = await save(() => page.getByRole('button', { name: words.sign.button }).click())
  expect(await textIn(readFileSync(saved.path), 'audit.creator')).toContain('drawn by hand')
  expect((await agency.verify(saved.path)).signatures.at(-1)).toMatchObject({ field: 'creator', intact: true })
})
