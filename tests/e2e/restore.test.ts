import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo } from './support/going.ts'
import { openTroupe, type Door, type Troupe } from './support/launch.ts'

test('a backup is saved and restored on the desktop, and the restored workspace opened, which only the engine can allow', async () => {
  const { page } = await savedAndRestored('on the desktop')
  const stranger = page.evaluate(() => window.troupeShell!.openWorkspace!('nobody-gave-this-grant').catch((error: unknown) => error))
  expect(await stranger).toMatchObject({ code: 'GRANT_UNKNOWN' })
  await page.getByRole('button', { name: 'Open the restored workspace' }).click()
  await expect.poll(() => clients(page), { timeout: 15_000 }).toEqual(['Before'])
})

test('a backup is saved and restored in the browser, which says how to open it and stays where it is', async () => {
  const { page } = await savedAndRestored('in the browser')
  await page.getByText('start Troupe with --workspace').waitFor()
  expect(await clients(page)).toEqual(['After', 'Before'])
})

/** A workspace to which a client was added after the backup, with that backup restored beside it. */
async function savedAndRestored(door: Door): Promise<Troupe> {
  const troupe = await openTroupe(door, { seed: (call) => call.clients.create({ name: 'Before' }) })
  const { page, folders, save, pick } = troupe
  const backup = join(folders.root, 'agency.zip')
  await goTo(page, '/files')
  await save(backup, () => page.getByRole('button', { name: 'Save backup' }).click())
  await goTo(page, '/campaigns/clients/new')
  await page.getByRole('textbox', { name: 'Name' }).fill('After')
  await page.getByRole('button', { name: 'Add client' }).click()
  await page.getByRole('link', { name: /^After/ }).waitFor()
  await goTo(page, '/files')
  const place = page.getByRole('region', { name: 'Drop a backup here to restore it' })
  await pick(backup, () => place.getByRole('button', { name: 'Choose a file' }).click())
  await page.getByText(/is restored as it was on/).waitFor()
  return troupe
}

async function clients(page: Page): Promise<string[]> {
  await goTo(page, '/campaigns/clients')
  await page.getByRole('link', { name: /^Before/ }).waitFor()
  const links = await page.getByRole('complementary', { name: 'Clients' }).getByRole('link').allTextContents()
  return ['After', 'Before'].filter((name) => links.some((link) => link.startsWith(name)))
}
