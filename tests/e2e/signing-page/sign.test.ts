import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '#src/main/engine/files.ts'
import { inkIn } from '#tests/engine/documents/support/poppler.ts'
import { sharedChromium } from '../support/chromium.ts'
import { expectFinal } from './final.ts'
import { agencyWithContracts, people, type Agency, type MadePage } from './contracts.ts'
import { desk, openFile, phone, type OpenPage } from './open-page.ts'
import { signaturesIn, textIn } from './signatures.ts'
import { confirm, drawWithFinger, drawWithMouse, readAll } from './steps.ts'

let agency: Agency
let browser: Browser
beforeAll(async () => {
  ;[agency, browser] = await Promise.all([agencyWithContracts(), sharedChromium()])
})
afterAll(() => agency.folders.remove())

/** What has to hold of everything that was signed on a page. */
async function expectSigned(made: MadePage, { errors, asked }: OpenPage, { path, name }: { path: string; name: string }, byAgency = true) {
  const signed = readFileSync(path)
  const { number } = made.data.contract
  expect(name).toBe(`contract-${number}-signed.pdf`)
  // What the agency signed is there byte for byte, and something was added.
  expect(signed.subarray(0, made.pdf.length).equals(made.pdf)).toBe(true)
  expect(signed.length).toBeGreaterThan(made.pdf.length)
  const report = execFileSync('pdfsig', [path], { encoding: 'utf8' })
  expect(report.match(/Signature Validation: .*/g)).toEqual(
    Array.from({ length: byAgency ? 2 : 1 }, () => 'Signature Validation: Signature is Valid.'),
  )
  expect(report.match(/Signature Type: .*/g)?.at(-1)).toBe('Signature Type: ETSI.CAdES.detached')
  expect(report).toContain('  - Total document signed')
  const verdict = await agency.verify(path)
  expect(verdict).toMatchObject({ status: 'untrusted', alterations: [] })
  expect(verdict.signatures.every(({ intact }) => intact)).toBe(true)
  expect(verdict.signatures.at(-1)).toMatchObject({ field: made.data.signer.field, coversWholeFile: true, trusted: false })
  // The reader of PDFs runs from the file itself; nothing else was asked for, and nothing was refused.
  expect(asked.filter((address) => !address.startsWith('blob:'))).toEqual([])
  expect(errors).toEqual([])
  return { report, signature: (await signaturesIn(signed)).find(({ field }) => field === made.data.signer.field)! }
}

const takenIn = (path: string) => agency.troupe('contracts', 'import-signed', path, '--by', 'Mira Sommer')

/** What was signed before the agency has comes back, is taken in, and is completed by the agency. */
async function expectCompleted({ data }: MadePage, path: string, signer: { name: string; role: string }): Promise<void> {
  const { number } = data.contract
  expect(await takenIn(path)).toMatchObject({ accepted: true, contract: { number, status: 'signed by one' }, signer })
  expect(await agency.troupe('contracts', 'sign', number, '--signer', 'Mira Sommer')).toMatchObject({ status: 'signed by all' })
  await expectFinal(agency, number, { signers: ['Mira Sommer', signer.name], last: 'Mira Sommer', before: readFileSync(path) })
}

describe('at a desk', () => {
  test('a creator reads, draws and signs; both signatures hold, and the first one says what it said', async () => {
    const made = await agency.makePage('ana')
    const open = await openFile(browser, made.file, desk)
    const { page, save } = open
    const { words } = made.data
    await expect.poll(() => page.getByText(`Signed by Mira Sommer`).isVisible()).toBe(true)
    // Nothing can be signed before it is read and confirmed, and the page says what is missing and where.
    await page.getByRole('button', { name: words.sign.button }).click()
    const missing = page.getByRole('alert').getByRole('link')
    expect(await missing.allInnerTexts()).toEqual([
      words.missing.read,
      words.missing.place,
      words.missing.isMe,
      words.missing.electronic,
      words.missing.drawing,
    ])
    await missing.filter({ hasText: words.missing.place }).click()
    expect(await page.getByLabel(words.identity.place, { exact: true }).evaluate((input) => input === document.activeElement)).toBe(true)
    await readAll(page)
    await expect.poll(() => page.getByText(/You have seen all \d pages/).isVisible()).toBe(true)
    await confirm(page, words)
    await drawWithMouse(page, words)
    expect(await missing.count()).toBe(0)
    const saved = await save(() => page.getByRole('button', { name: words.sign.button }).click())
    const { report, signature } = await expectSigned(made, open, saved)
    expect(report).toContain('Signer Certificate Common Name: Ana Martins')
    expect(signature).toMatchObject({
      name: 'Ana Martins',
      reason: `I agree to contract ${made.data.contract.number}`,
      location: 'Lisboa',
      contact: 'ana@creators.test',
      certificate: { subject: 'CN=Ana Martins', issuer: 'CN=Ana Martins', names: 'email:ana@creators.test', isAuthority: false },
    })
    expect(signature.spoken).toContain('Signed electronically by Ana Martins')
    expect(inkIn(readFileSync(saved.path), signature.page + 1, signature.rect)).toBeGreaterThan(300)
    // The audit page says how it came to be, for people and for programs.
    const signed = readFileSync(saved.path)
    expect(await textIn(signed, 'audit.creator')).toMatch(/Signed by: Ana Martins <ana@creators.test>[^]*drawn by hand; PAdES B-B/)
    expect(JSON.parse((await textIn(signed, 'trail.creator')) ?? '')).toMatchObject({
      format: 'troupe-trail',
      contract: made.data.audit.contract,
      signature: { field: 'creator', method: 'drawn', isStamped: false, fileBefore: sha256(made.pdf) },
    })
    expect(made.data.audit.steps.map(({ kind }) => kind).slice(-2)).toEqual(['sent', 'signing page made'])
    // What was signed is shown in place of the steps.
    await page.getByRole('heading', { name: words.done.heading }).waitFor()
    expect(await page.getByText('mira@harbourlane.test').count()).toBeGreaterThan(0)
    expect(await page.getByRole('button', { name: words.sign.button }).count()).toBe(0)
  })

  test('undo takes the last stroke back, clear all; a typed name needs no stroke', async () => {
    const made = await agency.makePage('ana')
    const open = await openFile(browser, made.file, desk)
    const { page, save } = open
    const { words } = made.data
    const strokes = async () => ((await page.locator('.pad path').getAttribute('d')) ?? '').match(/M/g)?.length ?? 0
    await readAll(page)
    await confirm(page, words)
    for (let stroke = 1; stroke <= 3; stroke += 1) await drawWithMouse(page, words)
    expect(await strokes()).toBe(3)
    await page.getByRole('button', { name: words.sign.undo }).click()
    expect(await strokes()).toBe(2)
    await page.getByRole('button', { name: words.sign.clear }).click()
    expect(await strokes()).toBe(0)
    await page.getByText(words.sign.type, { exact: true }).click()
    expect(await page.getByLabel(words.sign.typed).inputValue()).toBe('Ana Martins')
    const saved = await save(() => page.getByRole('button', { name: words.sign.button }).click())
    const { signature } = await expectSigned(made, open, saved)
    expect(signature.spoken).toMatch(/^Ana Martins\n/)
    expect(inkIn(readFileSync(saved.path), signature.page + 1, signature.rect)).toBeGreaterThan(300)
  })

  test('a creator signs first: the PDF then waits for the agency, which takes it in and completes it', async () => {
    const made = await agency.makePage('first')
    const open = await openFile(browser, made.file, desk)
    const { page, save } = open
    const { words } = made.data
    await page.getByText(words.page.notSigned).waitFor()
    await readAll(page)
    await confirm(page, words)
    await drawWithMouse(page, words)
    const saved = await save(() => page.getByRole('button', { name: words.sign.button }).click())
    const { signature } = await expectSigned(made, open, saved, false)
    expect(signature.name).toBe(people.first.name)
    await expectCompleted(made, saved.path, { name: people.first.name, role: 'creator' })
  })

  test('a client signs an insertion order, for the company, which comes back and is completed the same way', async () => {
    const made = await agency.makePage('client')
    const open = await openFile(browser, made.file, desk)
    const { page, save } = open
    const { words } = made.data
    await page.getByLabel(words.identity.name).fill('Tom Hale')
    await page.getByLabel(words.identity.email).fill('tom@oat.test')
    expect(await page.getByText('I may sign this contract for Oat & Ember').isVisible()).toBe(true)
    await readAll(page)
    await confirm(page, words, 'Bristol')
    await drawWithMouse(page, words)
    const saved = await save(() => page.getByRole('button', { name: words.sign.button }).click())
    const { signature } = await expectSigned(made, open, saved, false)
    expect(signature).toMatchObject({ field: 'client', name: 'Tom Hale', certificate: { subject: 'CN=Tom Hale\nO=Oat & Ember' } })
    await expectCompleted(made, saved.path, { name: 'Tom Hale', role: 'client' })
  })
})

describe('on a phone', () => {
  test('drawn with a finger, in German, the page not moving under it; taken in, the contract is signed by all', async () => {
    const made = await agency.makePage('joerg')
    const open = await openFile(browser, made.file, { ...phone, locale: 'de-DE' })
    const { page, save } = open
    const { words } = made.data
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    await readAll(page)
    await page.getByText('Sie haben alle').waitFor()
    await confirm(page, words, 'Köln')
    await drawWithFinger(page, words)
    const before = await page.evaluate(() => window.scrollY)
    await drawWithFinger(page, words)
    expect(await page.evaluate(() => window.scrollY)).toBe(before)
    const saved = await save(() => page.getByRole('button', { name: 'Vertrag unterschreiben' }).tap())
    const { signature } = await expectSigned(made, open, saved)
    expect(signature).toMatchObject({
      name: 'Jörg Großmüller',
      reason: `Ich stimme dem Vertrag ${made.data.contract.number} zu`,
      location: 'Köln',
    })
    expect(inkIn(readFileSync(saved.path), signature.page + 1, signature.rect)).toBeGreaterThan(300)
    await page.getByRole('heading', { name: 'Unterschrieben. Jetzt zurückschicken' }).waitFor()
    // Taken in, the contract is signed by all.
    const { number } = made.data.contract
    expect(await takenIn(saved.path)).toMatchObject({
      accepted: true,
      code: 'ACCEPTED',
      contract: { number, status: 'signed by all' },
      signer: { name: people.joerg.name, role: 'creator' },
      comparison: { sameBytes: true, sameWords: true, sameTerms: true },
    })
    await expectFinal(agency, number, {
      signers: ['Mira Sommer', people.joerg.name],
      last: people.joerg.name,
      before: readFileSync(saved.path),
    })
  })

  test('read as words in their order, confirmed as read elsewhere, typed', async () => {
    const made = await agency.makePage('ana')
    const open = await openFile(browser, made.file, phone)
    const { page, save } = open
    const { words } = made.data
    await page.getByText(words.document.text, { exact: true }).tap()
    const reflowed = page.locator('.words')
    await reflowed.getByRole('heading').first().waitFor()
    const text = await reflowed.innerText()
    const places = ['Ana Martins', 'Harbour Lane GmbH', words.document.signatureField].map((part) => text.indexOf(part))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(await reflowed.getByRole('table').count()).toBeGreaterThan(0)
    expect(await reflowed.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
    await page.getByText(words.document.pages, { exact: true }).tap()
    await confirm(page, words)
    await page.getByText(words.sign.type, { exact: true }).tap()
    const saved = await save(() => page.getByRole('button', { name: words.sign.button }).tap())
    await expectSigned(made, open, saved)
  })

  test('pages are as sharp as the screen, and stay so when made larger', async () => {
    const made = await agency.makePage('ana')
    const { page } = await openFile(browser, made.file, phone)
    const picture = page.locator('.sheet canvas').first()
    const sharpness = () => picture.evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.getBoundingClientRect().width)
    await expect.poll(sharpness).toBeCloseTo(3, 1)
    const width = await picture.evaluate((canvas) => canvas.getBoundingClientRect().width)
    for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: made.data.words.document.zoomIn }).tap()
    await expect.poll(() => picture.evaluate((canvas) => canvas.getBoundingClientRect().width)).toBeCloseTo(width * 2, 0)
    await expect.poll(sharpness).toBeCloseTo(3, 1)
  })
})
