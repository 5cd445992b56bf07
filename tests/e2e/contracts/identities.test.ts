import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { hasOpenssl, openssl } from '#tests/engine/documents/support/openssl.ts'
import { findDemoIds, type DemoIds } from '../support/demo-ids.ts'
import { goTo } from '../support/going.ts'
import { openTroupe } from '../support/launch.ts'

const passphrase = 'a long walk by the sea'

test('an identity under a passphrase is made, signs only with it, is renewed and revoked; the authority and the time stamps have their place', async () => {
  const ids = {} as DemoIds
  const { page, save, folders, watch } = await openTroupe('in the browser', { demo: true, seed: findDemoIds(ids) })
  await goTo(page, '/settings?tab=signatures')
  const identities = page.getByRole('region', { name: 'Signing identities' })
  await add(page, 'Make a new one')
  const form = page.getByRole('form', { name: 'New signing identity' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Noor Haddad')
  await choosePassphrase(form)
  await form.getByRole('button', { name: 'Make identity' }).click()
  const line = identities.getByRole('listitem').filter({ hasText: 'Noor Haddad' })
  await line.getByText(/key under a passphrase/).waitFor()

  await goTo(page, `/contracts/${ids.draft}/sign`)
  await page.getByRole('combobox', { name: 'Signing identity' }).click()
  await page.getByRole('option', { name: /^Noor Haddad/ }).click()
  await page.getByRole('radiogroup', { name: 'How to sign' }).getByText('Type', { exact: true }).click()
  const asked = page.getByRole('textbox', { name: 'Passphrase of Noor Haddad' })
  await asked.fill('a short walk')
  await page.getByRole('button', { name: 'Sign contract' }).click()
  await page
    .getByRole('alert')
    .filter({ hasText: /passphrase/i })
    .waitFor()
  await asked.fill(passphrase)
  await page.getByRole('button', { name: 'Sign contract' }).click()
  await page.getByRole('button', { name: /^Status: Signed by agency/ }).waitFor()
  await page.getByText('Signatures valid').waitFor()

  await goTo(page, '/settings?tab=signatures')
  await more(page, 'Renew')
  const renewing = page.getByRole('form', { name: 'Renew Noor Haddad' })
  await renewing.getByRole('textbox', { name: 'Passphrase for the new key' }).fill(passphrase)
  await renewing.getByRole('button', { name: 'Renew identity' }).click()
  await page.getByRole('alert').filter({ hasText: 'Signing identity of Noor Haddad renewed' }).waitFor()
  await more(page, 'Revoke')
  await page.getByRole('form', { name: 'Revoke Noor Haddad' }).getByRole('button', { name: 'Revoke identity' }).click()
  await line.getByText('Revoked', { exact: true }).first().waitFor()

  const certificate = join(folders.root, 'authority.pem')
  await save(certificate, () => page.getByRole('button', { name: 'Export CA certificate' }).click())
  expect(readFileSync(certificate, 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----/)
  const list = join(folders.root, 'revoked.crl')
  await save(list, () => page.getByRole('button', { name: 'Export revocation list' }).click())
  // A DER sequence.
  expect(readFileSync(list)[0]).toBe(0x30)

  const stamps = page.getByRole('region', { name: 'Time stamps' })
  await stamps.getByText('Off', { exact: true }).waitFor()
  const address = stamps.getByRole('textbox', { name: /^Address of the service/ })
  await address.fill('https://stamps.example/tsa')
  await stamps.getByRole('button', { name: 'Save time stamps' }).click()
  await stamps.getByText('On', { exact: true }).waitFor()
  await address.fill('')
  await stamps.getByRole('button', { name: 'Save time stamps' }).click()
  await stamps.getByText('Off', { exact: true }).waitFor()
  expect(watch.strayRequests()).toEqual([])
})

describe.runIf(hasOpenssl)('an identity that a person has already', () => {
  test('is imported from its key file, and refused with the wrong passphrase', async () => {
    const tool = openssl()
    onTestFinished(() => tool.close())
    tool.authority('ca', '/CN=Elsewhere')
    tool.certificate('jo', 'ca', '/CN=Jo Elsewhere')
    const { page, pick, folders } = await openTroupe('in the browser', { demo: true })
    const file = join(folders.root, 'jo.p12')
    writeFileSync(file, tool.keyFile('jo', 'ca', 'of the file'))
    await goTo(page, '/settings?tab=signatures')
    await add(page, 'Import a .p12 or .pfx file')
    const form = page.getByRole('form', { name: 'Import a signing identity' })
    await pick(file, () => form.getByRole('button', { name: 'Choose a file' }).click())
    await form.getByText('jo.p12').waitFor()
    await form.getByRole('textbox', { name: 'Passphrase of the file' }).fill('not of the file')
    await form.getByRole('button', { name: 'Import identity' }).click()
    await form.getByRole('alert').waitFor()
    await form.getByRole('textbox', { name: 'Passphrase of the file' }).fill('of the file')
    await form.getByRole('button', { name: 'Import identity' }).click()
    const identities = page.getByRole('region', { name: 'Signing identities' })
    await expect.poll(() => identities.textContent()).toMatch(/Jo Elsewhere[^]*issued by Elsewhere/)
  })
})

async function add(page: Page, way: string): Promise<void> {
  await page.getByRole('button', { name: 'Add identity' }).click()
  await page.getByRole('menuitem', { name: way }).click()
}

async function choosePassphrase(form: Locator): Promise<void> {
  await form.getByRole('radio', { name: /^A passphrase/ }).click()
  await form.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase)
  await form.getByRole('textbox', { name: 'The same once more' }).fill(passphrase)
}

async function more(page: Page, verb: string): Promise<void> {
  await page.getByRole('button', { name: 'More about Noor Haddad' }).first().click()
  await page.getByRole('menuitem', { name: verb }).click()
}
