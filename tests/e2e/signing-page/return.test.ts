import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedChromium } from '../support/chromium.ts'
import { agencyWithContracts, type Agency, type MadePage } from './contracts.ts'
import { desk, openFile, phone } from './open-page.ts'
import { confirm, drawWithFinger, drawWithMouse, readAll } from './steps.ts'

let agency: Agency
let browser: Browser
beforeAll(async () => {
  ;[agency, browser] = await Promise.all([agencyWithContracts(), sharedChromium()])
})
afterAll(() => agency.folders.remove())

/** Signs on a page and answers with the PDF that it saved. */
async function signedOn(made: MadePage, options = desk): Promise<string> {
  const { page, save } = await openFile(browser, made.file, options)
  const { words, signer } = made.data
  await readAll(page)
  if (signer.role === 'client') {
    await page.getByLabel(words.identity.name).fill('Tom Hale')
    await page.getByLabel(words.identity.email).fill('tom@oat.test')
  }
  await confirm(page, words)
  await (options.hasTouch ? drawWithFinger : drawWithMouse)(page, words)
  return (await save(() => page.getByRole('button', { name: words.sign.button }).click())).path
}

/** Both verifiers agree that the final PDF of a contract bears these signatures, the agency's field first, each unbroken, and that the
 *  one of `last` is over the whole file. */
async function expectFinal(number: string, signers: readonly string[], last: string, before: Uint8Array): Promise<void> {
  const final = join(agency.folders.root, `${number}-final.pdf`)
  await agency.troupe('contracts', 'save', number, '--out', final)
  // Whoever signed first has signed these very bytes.
  expect(readFileSync(final).subarray(0, before.length).equals(before)).toBe(true)
  const report = execFileSync('pdfsig', [final], { encoding: 'utf8' })
  expect(report.match(/Signer Certificate Common Name: .*/g)).toEqual(signers.map((name) => `Signer Certificate Common Name: ${name}`))
  expect(report.match(/Signature is Valid/g)).toHaveLength(2)
  expect(report.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2)
  expect(report.match(/Total document signed/g)).toHaveLength(1)
  const verdict = await agency.verify(final)
  expect(verdict.alterations).toEqual([])
  expect(verdict.signatures.map(({ signer, intact }) => [signer, intact])).toEqual(signers.map((name) => [name, true]))
  expect(verdict.signatures.filter(({ coversWholeFile }) => coversWholeFile).map(({ signer }) => signer)).toEqual([last])
}

test('signed after the agency, taken in: the contract is signed by all', async () => {
  const made = await agency.makePage('ana')
  const { number } = made.data.contract
  const path = await signedOn(made)
  const taken = await agency.troupe('contracts', 'import-signed', path, '--by', 'Mira Sommer')
  expect(taken).toMatchObject({
    accepted: true,
    code: 'ACCEPTED',
    contract: { number, status: 'signed by all' },
    signer: { name: 'Ana Martins', role: 'creator' },
    comparison: { sameBytes: true, sameWords: true, sameTerms: true },
  })
  await expectFinal(number, ['Mira Sommer', 'Ana Martins'], 'Ana Martins', readFileSync(path))
})

test('signed on a phone before the agency: taken in, then completed by the agency', async () => {
  const made = await agency.makePage('first')
  const { number } = made.data.contract
  const path = await signedOn(made, phone)
  const taken = await agency.troupe('contracts', 'import-signed', path, '--by', 'Mira Sommer')
  expect(taken).toMatchObject({ accepted: true, contract: { number, status: 'signed by one' }, signer: { name: 'Elif Demir' } })
  expect(await agency.troupe('contracts', 'sign', number, '--signer', 'Mira Sommer')).toMatchObject({ status: 'signed by all' })
  await expectFinal(number, ['Mira Sommer', 'Elif Demir'], 'Mira Sommer', readFileSync(path))
})

test('a client’s insertion order comes back and is completed the same way', async () => {
  const made = await agency.makePage('client')
  const { number } = made.data.contract
  const path = await signedOn(made)
  const taken = await agency.troupe('contracts', 'import-signed', path, '--by', 'Mira Sommer')
  expect(taken).toMatchObject({
    accepted: true,
    contract: { number, status: 'signed by one' },
    signer: { name: 'Tom Hale', role: 'client' },
  })
  expect(await agency.troupe('contracts', 'sign', number, '--signer', 'Mira Sommer')).toMatchObject({ status: 'signed by all' })
  await expectFinal(number, ['Mira Sommer', 'Tom Hale'], 'Mira Sommer', readFileSync(path))
})

test('signed twice from the same page: the first to come back counts, the second is kept, and the contract does not stand by it', async () => {
  const made = await agency.makePage('joerg')
  const { number } = made.data.contract
  const [first, second] = [await signedOn(made), await signedOn(made)]
  expect(readFileSync(first).equals(readFileSync(second))).toBe(false)
  expect(await agency.troupe('contracts', 'import-signed', first, '--by', 'Mira Sommer')).toMatchObject({ accepted: true })
  const again = await agency.troupe('contracts', 'import-signed', second, '--by', 'Mira Sommer')
  expect(again).toMatchObject({ accepted: false, contract: { number, status: 'signed by all' } })
  await expectFinal(number, ['Mira Sommer', 'Jörg Großmüller'], 'Jörg Großmüller', readFileSync(first))
})

test('what came back for one contract is not taken for another', async () => {
  const [made, other] = [await agency.makePage('wang'), await agency.makePage('long')]
  const taken = await agency.troupe('contracts', 'import-signed', await signedOn(made), '--contract', other.data.contract.number)
  expect(taken).toMatchObject({ accepted: false, contract: { number: other.data.contract.number, status: 'signed by one' } })
})
