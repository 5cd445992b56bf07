import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inkIn } from '#tests/engine/documents/support/poppler.ts'
import { sharedChromium } from '../support/chromium.ts'
import { agencyWithContracts, people, type Agency, type Person } from './contracts.ts'
import { openFile } from './open-page.ts'
import { signaturesIn } from './signatures.ts'
import { confirm, readAll } from './steps.ts'

let agency: Agency
let browser: Browser
beforeAll(async () => {
  ;[agency, browser] = await Promise.all([agencyWithContracts(), sharedChromium()])
})
afterAll(() => agency.folders.remove())

test.each<[what: string, who: Person]>([
  ['that holds a program', 'script'],
  ['that runs from right to left', 'sara'],
  ['in Chinese and Korean', 'wang'],
  ['of 300 characters', 'long'],
])('a name %s is text everywhere: on the page, in the signature and in its picture', async (_, who) => {
  const made = await agency.makePage(who)
  const { name } = people[who]
  const { words } = made.data
  const { page, save, errors } = await openFile(browser, made.file)
  await expect.poll(() => page.locator('.head').innerText()).toContain(name)
  expect(await page.getByLabel(words.identity.name).inputValue()).toBe(name)
  await readAll(page)
  await confirm(page, words)
  await page.getByText(words.sign.type, { exact: true }).click()
  const saved = await save(() => page.getByRole('button', { name: words.sign.button }).click())
  await page.getByRole('heading', { name: words.done.heading }).waitFor()
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  expect(await page.locator('img').count()).toBe(0)
  expect(errors).toEqual([])
  const signed = readFileSync(saved.path)
  const signature = (await signaturesIn(signed)).find(({ field }) => field === 'creator')!
  expect(signature.name).toBe(name)
  expect(signature.certificate.subject.replaceAll('\\', '')).toContain(name)
  expect(signature.spoken.split('\n')[0]).toBe(name)
  expect(inkIn(signed, signature.page + 1, signature.rect)).toBeGreaterThan(300)
  expect(execFileSync('pdfsig', [saved.path], { encoding: 'utf8' }).match(/Signature is Valid/g)).toHaveLength(2)
  expect(await agency.verify(saved.path)).toMatchObject({ alterations: [] })
})
