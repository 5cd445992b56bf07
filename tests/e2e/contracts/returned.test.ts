import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SigningPageData } from '#src/shared/signing-page.ts'
import { png } from '#tests/support/images.ts'
import { openFile } from '../signing-page/open-page.ts'
import { confirm, drawWithMouse, readAll } from '../signing-page/steps.ts'
import { signByTyping } from '../steps/contracts.ts'
import { sharedChromium } from '../support/chromium.ts'
import { findDemoIds, type DemoIds } from '../support/demo-ids.ts'
import { goTo } from '../support/going.ts'
import { openTroupe, type Troupe } from '../support/launch.ts'

test('the creator signs on the page that was sent, before the agency; what comes back is taken in, once, and the agency completes it', async () => {
  const ids = {} as DemoIds
  const troupe = await openTroupe('in the browser', { demo: true, seed: findDemoIds(ids) })
  const { page, pick, folders, watch } = troupe
  await goTo(page, `/contracts/${ids.draft}?part=signing`)
  const sent = join(folders.root, 'to sign.html')
  await troupe.save(sent, () => page.getByRole('button', { name: 'Save signing page' }).click())
  await page.getByRole('button', { name: /^Status: Sent/ }).waitFor()
  const signed = await signOnPage(sent)

  const returned = page.getByRole('region', { name: 'What came back' })
  await pick(signed, () => returned.getByRole('button', { name: 'Choose a file' }).click())
  await page.getByRole('button', { name: /^Status: Signed by creator/ }).waitFor()
  await page.getByText(/^Signed on the signing page/).waitFor()
  await returned.getByText('Taken in', { exact: true }).waitFor()
  await pick(signed, () => returned.getByRole('button', { name: 'Choose a file' }).click())
  await returned.getByText('Here already', { exact: true }).waitFor()

  // The same file on the page of another contract.
  await goTo(page, `/contracts/${ids.halfSigned}?part=signing`)
  await page.getByRole('heading', { level: 1, name: 'Contract 2026-' }).waitFor()
  await pick(signed, () => returned.getByRole('button', { name: 'Choose a file' }).click())
  await returned.getByText('Belongs to another contract', { exact: true }).waitFor()
  await page.getByText(/^This is contract 2026-\d+, not 2026-\d+/).waitFor()
  await goTo(page, `/contracts/${ids.draft}`)
  await page.getByRole('button', { name: /^Status: Signed by creator/ }).waitFor()

  await signByTyping(page)
  await page.getByRole('button', { name: /^Status: Signed by both/ }).waitFor()
  await page.getByText('Signatures valid').first().waitFor()
  expect(watch.takeErrors()).toEqual([])
})

test('a contract that was signed on paper holds the scan, marked as one', async () => {
  const ids = {} as DemoIds
  const { page, pick, folders, watch } = await openTroupe('in the browser', { demo: true, seed: findDemoIds(ids) })
  await goTo(page, `/contracts/${ids.halfSigned}?part=signing`)
  await page.getByRole('button', { name: /^Signed on paper/ }).click()
  const form = page.getByRole('form', { name: 'Attach a scan' })
  const scan = join(folders.root, 'scan.png')
  writeFileSync(scan, png(600, 800))
  await pick(scan, () => form.getByRole('button', { name: 'Choose the scan' }).click())
  await form.getByText('scan.png').waitFor()
  await form.getByRole('button', { name: 'Attach scan' }).click()
  await page.getByRole('button', { name: /^Status: Signed by both/ }).waitFor()
  await page.getByText(/^Signed on paper/).waitFor()
  await page.getByRole('combobox', { name: 'Version' }).click()
  await page.getByRole('option', { name: /^Scan of the paper/ }).click()
  await page.getByRole('img', { name: /^Scan: / }).waitFor()
  expect(watch.takeErrors()).toEqual([])
})

/** Signs as the creator would, in a browser without a network; answers with the saved PDF. */
async function signOnPage(file: Parameters<Troupe['save']>[0]): Promise<string> {
  const open = await openFile(await sharedChromium(), file)
  const { words } = await open.page.evaluate(() => JSON.parse(document.querySelector('#contract')!.textContent) as SigningPageData)
  await readAll(open.page)
  await confirm(open.page, words)
  await drawWithMouse(open.page, words)
  const { path } = await open.save(() => open.page.getByRole('button', { name: words.sign.button }).click())
  expect(open.errors).toEqual([])
  return path
}
