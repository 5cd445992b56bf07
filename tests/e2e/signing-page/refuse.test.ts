import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillWords } from '#src/shared/signing-page.ts'
import { sha256 } from '#src/main/engine/files.ts'
import { sharedChromium } from '../support/chromium.ts'
import { agencyWithContracts, type Agency, type MadePage } from './contracts.ts'
import { desk, openFile } from './open-page.ts'
import { confirm, drawWithMouse, readAll } from './steps.ts'

let agency: Agency
let browser: Browser
let made: MadePage
beforeAll(async () => {
  ;[agency, browser] = await Promise.all([agencyWithContracts(), sharedChromium()])
  made = await agency.makePage('ana')
})
afterAll(() => agency.folders.remove())

/** The page with something in it replaced, as a file of its own. */
function changed(name: string, change: (page: string) => string): string {
  const file = join(agency.folders.root, `${name}.html`)
  writeFileSync(file, change(readFileSync(made.file, 'utf8')))
  return file
}

test('a browser without cryptography is told of the other ways, and gives out the very PDF', async () => {
  const { page, save, errors } = await openFile(browser, made.file, desk, (page) =>
    page.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })),
  )
  const { start } = made.data.words
  await page.getByText(start.tooOld).waitFor()
  for (const way of start.ways) expect(await page.getByText(fillWords(way, { agency: 'Harbour Lane GmbH' })).isVisible()).toBe(true)
  const saved = await save(() => page.getByRole('button', { name: start.savePdf }).click())
  expect(saved.name).toBe(made.data.contract.fileName)
  expect(readFileSync(saved.path).equals(made.pdf)).toBe(true)
  expect(errors).toEqual([])
})

test('an app that runs no scripts shows what to do instead of nothing', async () => {
  const { page } = await openFile(browser, made.file, { ...desk, javaScriptEnabled: false })
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(made.data.contract.number)
  expect(await page.getByText(made.data.words.start.howTo).isVisible()).toBe(true)
})

test('where pages from files may start no worker, the page reads the PDF itself', async () => {
  const { page, errors } = await openFile(browser, made.file, desk, (page) =>
    page.addInitScript(() =>
      Object.defineProperty(window, 'Worker', {
        value: class {
          static readonly isTakenAway = true
          constructor() {
            throw new DOMException('Not from a file', 'SecurityError')
          }
        },
      }),
    ),
  )
  await readAll(page)
  await page.getByText(/You have seen all/).waitFor()
  expect(errors).toEqual([])
})

test('a file that was damaged on its way is not signed', async () => {
  const start = made.pdf.toString('base64').slice(4000, 4040)
  const { page } = await openFile(
    browser,
    changed('damaged', (page) =>
      page.replace(
        start,
        start.replace(/[A-Z]/, (letter) => letter.toLowerCase()),
      ),
    ),
  )
  await page.getByText(fillWords(made.data.words.start.damaged, { agency: 'Harbour Lane GmbH' })).waitFor()
  expect(await page.getByRole('button', { name: made.data.words.sign.button }).count()).toBe(0)
})

test('a clock that runs a year behind is told, before it puts a wrong date under a contract', async () => {
  const { page } = await openFile(browser, made.file, desk, (page) => page.clock.setFixedTime(new Date('2020-03-03T10:00:00Z')))
  await page.getByText(/The clock of this device says 3 March 2020/).waitFor()
  expect(await page.getByRole('button', { name: made.data.words.sign.button }).count()).toBe(0)
})

test('a PDF without a place to sign is not signed', async () => {
  const { page } = await openFile(
    browser,
    changed('no-place', (page) => page.replace('"field":"creator"', '"field":"brand"')),
  )
  await page.getByText(fillWords(made.data.words.start.noPlace, { agency: 'Harbour Lane GmbH' })).waitFor()
  expect(await page.getByRole('button', { name: made.data.words.sign.button }).count()).toBe(0)
})

test('a contract that bears the signature already says whose, and offers no second one', async () => {
  const first = await openFile(browser, made.file)
  await readAll(first.page)
  await confirm(first.page, made.data.words)
  await drawWithMouse(first.page, made.data.words)
  const { path } = await first.save(() => first.page.getByRole('button', { name: made.data.words.sign.button }).click())
  const signed = readFileSync(path)
  const file = changed('signed', (page) =>
    page.replace(made.pdf.toString('base64'), signed.toString('base64')).replace(made.data.contract.sha256, sha256(signed)),
  )
  const { page, errors } = await openFile(browser, file)
  await page.getByRole('heading', { name: made.data.words.already.heading }).waitFor()
  expect(await page.getByText(/bears the signature of Ana Martins/).isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: made.data.words.sign.button }).count()).toBe(0)
  expect(errors).toEqual([])
})

test('a program slipped into the file does not run', async () => {
  const file = changed('slipped', (page) =>
    page.replace('</body>', '<script>window.hit = 1</script><img src="x" onerror="window.hit = 1"></body>'),
  )
  const { page, errors } = await openFile(browser, file)
  await page.getByRole('button', { name: made.data.words.sign.button }).waitFor()
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  expect(errors.join('\n')).toMatch(/Content Security Policy/)
})

test('the page can send nothing: not even its own programs may ask the network', async () => {
  const { page } = await openFile(browser, made.file)
  await page.getByRole('button', { name: made.data.words.sign.button }).waitFor()
  const failed = await page.evaluate(() =>
    fetch('https://example.test/', { method: 'POST', body: 'x' }).then(
      () => 'sent',
      (error: unknown) => String(error),
    ),
  )
  expect(failed).toMatch(/Failed to fetch|Content Security Policy/)
  expect(await page.evaluate(() => document.querySelector('meta[http-equiv]')?.getAttribute('content'))).toContain("connect-src 'none'")
})

test('declining writes a text to copy, with the contract, the reason and the document it is about', async () => {
  const { page } = await openFile(browser, made.file)
  const { decline } = made.data.words
  await page.getByRole('button', { name: decline.open }).click()
  await page.getByLabel(decline.reason).fill('The dates no longer work for me.')
  const text = await page.getByLabel(decline.label).inputValue()
  expect(text).toContain(`I, Ana Martins, decline to sign contract ${made.data.contract.number}`)
  expect(text).toContain('Reason: The dates no longer work for me.')
  expect(text).toContain(made.data.contract.sha256)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: decline.copy }).click()
  await page.getByText(decline.copied).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  await page.getByRole('button', { name: decline.close }).click()
  await page.getByRole('button', { name: made.data.words.sign.button }).waitFor()
})

test('a contract whose creator has signed gets no page', async () => {
  const other = await agency.makePage('sara')
  const answer = await agency.troupe('contracts', 'countersign', other.data.contract.number)
  expect(answer).toMatchObject({ status: 'signed by all' })
  const refused = await agency.troupe('contracts', 'send-page', other.data.contract.number, '--out', join(agency.folders.root, 'no.html'))
  expect(refused).toMatchObject({ error: { code: 'CONFLICT' } })
})
