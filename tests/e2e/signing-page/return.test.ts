import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedChromium } from '../support/chromium.ts'
import { agencyWithContracts, people, type Agency, type MadePage } from './contracts.ts'
import { expectFinal } from './final.ts'
import { openFile } from './open-page.ts'
import { confirm, drawWithMouse, readAll } from './steps.ts'

let agency: Agency
let browser: Browser
beforeAll(async () => {
  ;[agency, browser] = await Promise.all([agencyWithContracts(), sharedChromium()])
})
afterAll(() => agency.folders.remove())

/** Signs on a page and answers with the PDF that it saved. */
async function signedOn(made: MadePage): Promise<string> {
  const { page, save } = await openFile(browser, made.file)
  const { words } = made.data
  await readAll(page)
  await confirm(page, words)
  await drawWithMouse(page, words)
  return (await save(() => page.getByRole('button', { name: words.sign.button }).click())).path
}

test('signed twice from the same page: the first to come back counts, the second is kept, and the contract does not stand by it', async () => {
  const made = await agency.makePage('joerg')
  const { number } = made.data.contract
  const [first, second] = [await signedOn(made), await signedOn(made)]
  expect(readFileSync(first).equals(readFileSync(second))).toBe(false)
  expect(await agency.troupe('contracts', 'import-signed', first, '--by', 'Mira Sommer')).toMatchObject({ accepted: true })
  const again = await agency.troupe('contracts', 'import-signed', second, '--by', 'Mira Sommer')
  expect(again).toMatchObject({ accepted: false, contract: { number, status: 'signed by all' } })
  await expectFinal(agency, number, { signers: ['Mira Sommer', people.joerg.name], last: people.joerg.name, before: readFileSync(first) })
})
